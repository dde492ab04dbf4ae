import type { Runtime, Storage } from 'webextension-polyfill';
import {
  ALIVE,
  type Announcement,
  BATCH,
  COMMAND,
  type Command,
  HANDSHAKE,
  isCommand,
  isRecord,
  isRollCall,
  LIMITS,
  SOCKETS,
} from '#protocol';

// The polyfill is too large for what runs in every frame of every page; the two globals agree on what is used here.
interface Api {
  readonly runtime: Runtime.Static;
  readonly storage: Storage.Static;
}
declare const browser: Api | undefined;
declare const chrome: Api;
const { runtime, storage } = typeof browser === 'undefined' ? chrome : browser;

/** The private channel to the hook: a text that is in no document (see protocol/channel.ts). */
const node = document.createTextNode('');

/** Ports of panels that record this document, by the name of their reader. */
const ports = new Map<string, Runtime.Port>();
let hasSockets = false;

/** Passes a command on to the hook. That it comes from our own extension is what the browser vouches for. */
function tell(reader: string, command: unknown): void {
  if (!isCommand(command)) return;
  node.dispatchEvent(new CustomEvent(COMMAND, { detail: JSON.stringify({ reader, command }) }));
}

const ignore = () => undefined;

const lastWords = () => {
  const flush: Command = { type: 'flush' };
  if (ports.size > 0) tell('', flush);
};

function announce(): void {
  const announcement: Announcement = { type: 'document', top: window === window.top };
  // Rejects where no panel is open, and then nobody needs to know.
  runtime.sendMessage(announcement).catch(ignore);
}

function part(reader: string, port: Runtime.Port): void {
  if (ports.get(reader) !== port) return;
  ports.delete(reader);
  tell(reader, { type: 'detach' } satisfies Command);
}

/** Posts a batch to the panel that it is for. Read `detail` once: each reading copies it out of the page's world. */
function post(event: Event): void {
  const batch: unknown = (event as CustomEvent).detail;
  if (!isRecord(batch)) return;
  const reader = String(batch.reader);
  const port = ports.get(reader);
  if (!port) return;
  try {
    port.postMessage({ ...batch, events: node.data });
  } catch {
    // The port died without a word, as after a return from the bfcache: the panel comes back and asks again.
    part(reader, port);
  }
}

function connect(): void {
  runtime.onConnect.addListener((port) => {
    ports.set(port.name, port);
    port.onMessage.addListener((message: unknown) => tell(port.name, message));
    port.onDisconnect.addListener(() => part(port.name, port));
  });
  runtime.onMessage.addListener((message: unknown) => {
    if (isRollCall(message) && (hasSockets || window === window.top)) announce();
    return undefined;
  });
}

function listenToHook(): void {
  node.addEventListener(BATCH, post);
  node.addEventListener(SOCKETS, () => {
    hasSockets = true;
    announce();
    followLimits();
  });
  node.addEventListener(ALIVE, (event) => {
    if (runtime.id) event.preventDefault();
  });
}

/** A person's own limits, now and when they are changed: asked for only where there is something to limit. */
function followLimits(): void {
  const limit = (limits: unknown) => isRecord(limits) && tell('', { type: 'limit', ...limits });
  storage.local.get(LIMITS).then((kept) => limit(kept[LIMITS]), ignore);
  storage.onChanged.addListener((changes) => limit(changes[LIMITS]?.newValue));
}

/** The earliest moments at which the browser tells that the document goes away; what is posted later may be lost. */
function listenForTheEnd(): void {
  window.addEventListener('pagehide', lastWords, true);
  window.addEventListener('beforeunload', lastWords, true);
  if ('navigation' in window) (window.navigation as EventTarget).addEventListener('navigate', lastWords);
}

listenToHook();
// Where no hook takes the node there is none (the page is older than the extension) or it has a relay that lives.
if (!window.dispatchEvent(new FocusEvent(HANDSHAKE, { relatedTarget: node, cancelable: true }))) {
  connect();
  listenForTheEnd();
}
