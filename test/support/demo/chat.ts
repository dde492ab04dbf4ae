import type { Namespace } from 'socket.io';

const lines: readonly (readonly [from: string, text: string])[] = [
  ['Ines', 'Morning! Tide is up again, who is on the desk?'],
  ['Tomasz', 'Me. Snapshot came in at 08:00 sharp ☀️'],
  ['Ines', 'Can you check the meter at Pier 4? Looks noisy.'],
  ['Tomasz', 'Looking now … it is the 3.7 Hz harmonic.'],
  ['Mehwish', 'Vent fort au nord, je préviens l’équipe.'],
  ['Ines', 'Thanks! 謝謝 🙏'],
];

/** A chat over Socket.IO: what one says all hear; two colleagues talk in turn. */
export function serveChat(chat: Namespace): void {
  chat.on('connection', (socket) => {
    let next = 0;
    socket.emit('welcome', { room: 'desk', members: ['Ines', 'Tomasz', 'Mehwish'] });
    socket.on('say', (text: unknown, heard: unknown) => {
      chat.emit('said', { from: 'You', text: String(text) });
      if (typeof heard === 'function') heard({ ok: true });
    });
    const talking = setInterval(() => {
      const [from, text] = lines[next++ % lines.length] ?? [];
      socket.emit('said', { from, text });
    }, 1100);
    socket.on('disconnect', () => clearInterval(talking));
  });
}
