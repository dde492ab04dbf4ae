import type { WebSocket } from 'ws';
import { isRecord } from '#protocol';

const opening: Readonly<Record<string, number>> = {
  WIND: 48.2,
  TIDE: 131.75,
  SOLAR: 22.4,
  HYDRO: 87.1,
  GRID: 64.95,
};

/** A step of a random walk, of at most 0.6 %. */
const step = (price: number) => Math.round(price * (1 + (Math.random() - 0.5) * 0.012) * 100) / 100;

/** The symbols that a subscription asks for, as far as they are known. */
function subscribed(data: string): string[] {
  const message: unknown = JSON.parse(data);
  const symbols = isRecord(message) && Array.isArray(message.symbols) ? message.symbols : [];
  return symbols.filter((symbol: unknown) => typeof symbol === 'string' && symbol in opening);
}

/** Prices as JSON: a snapshot for a subscription, then ticks. */
export function servePrices(socket: WebSocket): void {
  const last: Record<string, number> = { ...opening };
  let symbols: string[] = [];
  let sequence = 0;
  socket.on('message', (data) => {
    symbols = subscribed(String(data));
    const prices = Object.fromEntries(symbols.map((symbol) => [symbol, last[symbol]]));
    socket.send(JSON.stringify({ type: 'snapshot', sequence, prices }));
  });
  const ticking = setInterval(() => {
    const symbol = symbols[Math.floor(Math.random() * symbols.length)];
    if (!symbol) return;
    const price = step(last[symbol] ?? 0);
    const change = Math.round((price - (opening[symbol] ?? 0)) * 100) / 100;
    last[symbol] = price;
    socket.send(
      JSON.stringify({ type: 'tick', sequence: ++sequence, symbol, price, change, at: new Date() }),
    );
  }, 180);
  socket.on('close', () => clearInterval(ticking));
}
