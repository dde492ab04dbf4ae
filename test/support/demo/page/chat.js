import { element } from './page.js';

const { io } = /** @type {{ io: typeof import('socket.io-client').io }} */ (
  /** @type {unknown} */ (globalThis)
);
const list = element('chat', HTMLOListElement);
const form = element('say', HTMLFormElement);
const chat = io('/chat');

/** @param {string} from @param {string} text */
function show(from, text) {
  const item = document.createElement('li');
  const name = document.createElement('strong');
  name.textContent = from;
  item.append(name, ` ${text}`);
  list.append(item);
  list.scrollTop = list.scrollHeight;
}

chat.on('connect', () => chat.emit('say', 'Hello, desk!'));
chat.on('said', ({ from, text }) => show(from, text));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = String(new FormData(form).get('text'));
  if (text) chat.emit('say', text, () => form.reset());
});
