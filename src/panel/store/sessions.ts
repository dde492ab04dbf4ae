import { signal } from '@preact/signals';
import { hasPast, NetworkLog, type NetworkMemory, Session } from '#model';
import { Disk } from '#panel/disk/disk.ts';
import type { Trouble } from '#panel/disk/trouble.ts';
import type { ReadBatch } from '#protocol';

/** What is told of sessions. */
interface Listener {
  /** Another session is on screen. */
  onShow(session: Session): void;
  /** The session of the page has changed in place. */
  onChange(): void;
  onTrouble(trouble: Trouble): void;
}

/** The session of the page, and that of a file, of which one is on screen. */
export class Sessions {
  /** The session of the page; it goes on while one from a file is on screen. */
  #live = new Session();
  /** The session on screen. */
  readonly shown = signal(this.#live);
  /** Name of the file that the session on screen is from. */
  readonly file = signal<string | undefined>(undefined);
  /** That file, and those that were chosen with it. */
  content: readonly File[] = [];
  readonly recording = signal(true);
  /** Whether what happened before a navigation stays. */
  preserveLog = true;
  /** Where payloads go that are too much for the memory. */
  readonly disk: Disk;
  #network = new NetworkLog();
  readonly #listener: Listener;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.disk = new Disk((trouble) => listener.onTrouble(trouble));
  }

  /** The session of the page, whether it is on screen or not. */
  get live(): Session {
    return this.#live;
  }

  /** What was taken of the browser's network log for it. */
  get network(): NetworkMemory {
    return this.#network.memory;
  }

  /** Goes on with a session of the page that a panel before this one had. */
  resume(session: Session, network: NetworkMemory): void {
    this.#live = session;
    this.#network = new NetworkLog(network);
    this.recording.value = session.recording;
    this.showLive();
  }

  /** A document of the page is there; gives the number of the last event that is known of it. */
  meet(key: string, url: string, top: boolean): number {
    this.#live.addDocument(key, url, Date.now(), top);
    this.#letGo();
    return this.#live.lastEvent(key);
  }

  /** Takes a part of what came from a document. */
  take(key: string, part: ReadBatch): void {
    this.#live.take(key, part);
    void this.disk.relieve(this.#live);
    this.#listener.onChange();
  }

  /** Takes the browser's own network log, whole; see `NetworkLog.take`. @throws HarError where it is none */
  takeNetworkLog(log: unknown, extension: string): void {
    this.#network.take(this.#live, log, extension);
    this.#listener.onChange();
  }

  leave(key: string): void {
    this.#live.leave(key, Date.now());
    this.#letGo();
    this.#listener.onChange();
  }

  record(on: boolean): void {
    this.recording.value = on;
    this.#live.record(on, Date.now());
    this.#listener.onChange();
  }

  /** Empties the session of the page, or puts the one from a file away. */
  clear(): void {
    if (this.file.peek() === undefined) this.#live = this.#live.afresh();
    this.showLive();
  }

  /** Puts the session of a file on screen. @param content the file, and those that were chosen with it */
  open(session: Session, file: string, content: readonly File[] = []): void {
    this.content = content;
    this.file.value = file;
    this.#show(session);
  }

  /** Puts the session of the page on screen. */
  showLive(): void {
    this.content = [];
    this.file.value = undefined;
    this.#show(this.#live);
  }

  /** Clears what is of pages that are gone, once there is another, unless the log is to be preserved. */
  #letGo(): void {
    if (this.preserveLog || !hasPast(this.#live.documents)) return;
    const old = this.#live;
    this.#live = old.withoutGone();
    this.disk.pass(old, this.#live);
    if (this.file.peek() === undefined) this.#show(this.#live);
  }

  #show(session: Session): void {
    const old = this.shown.peek();
    this.shown.value = session;
    this.#listener.onShow(session);
    if (old !== session && old !== this.#live) this.disk.discard(old);
  }
}
