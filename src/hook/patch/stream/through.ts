import type { Called } from '#hook/log/trace.ts';
import { getter, ignore, method, react, settled } from '#hook/natives.ts';
import type { Arguments, Native } from '#hook/patch/functions.ts';
import type { Author } from '#protocol';

const isNeeded = 'WebSocketStream' in window;

/** Takes an interface where it is needed: the browser makes each when it is asked for, in every document. */
const taken = <T extends object>(take: () => T): T => (isNeeded ? take() : (Object as unknown as T));

const NativeReadable = taken(() => ReadableStream);
const NativeWritable = taken(() => WritableStream);
const Reader = taken(() => ReadableStreamDefaultReader);
const Writer = taken(() => WritableStreamDefaultWriter);
const Source = taken(() => ReadableStreamDefaultController);
const Sink = taken(() => WritableStreamDefaultController);

const getReader = method(NativeReadable, 'getReader') as (
  stream: ReadableStream,
) => ReadableStreamDefaultReader;
const read = method(Reader, 'read');
const { cancel: nativeCancel } = Reader.prototype;
const readerClosed = getter<object, Promise<undefined>>(Reader, 'closed');
const enqueue = method(Source, 'enqueue');
const endReadable = method(Source, 'close');
const failReadable = method(Source, 'error');
const getWriter = method(NativeWritable, 'getWriter');
export const { write: nativeWrite } = Writer.prototype;
const { close: nativeClose, abort: nativeAbort } = Writer.prototype;
const writerClosed = getter<object, Promise<undefined>>(Writer, 'closed');
const failWritable = method(Sink, 'error');

/** Calls what ends a stream; `called` is the function of ours that the browser called for the page. */
export type End = (native: Native, self: object, args: Arguments, called?: Called) => unknown;

/** What a page reads in place of a native stream. */
export interface Readable {
  readonly stream: ReadableStream;
  readonly give: (chunk: unknown, author: Author) => void;
}

/** What a page writes to in place of a native stream, and the native one's writer. */
export interface Writable {
  readonly stream: WritableStream;
  readonly writer: object;
}

/**
 * Stands before a native stream that a page reads, in whatever way: a reader, a pipe, `tee`, iteration. It holds nothing
 * back and reads nothing ahead: a chunk is taken when the page asks for it.
 * @param heard called with each chunk that the page gets, and who put it there
 */
export function readThrough(
  native: ReadableStream,
  heard: (chunk: unknown, author: Author) => void,
  end: End,
): Readable {
  const from = getReader(native);
  let controller: ReadableStreamDefaultController;
  const give = (chunk: unknown, author: Author) => {
    enqueue(controller, chunk);
    heard(chunk, author);
  };
  const cancel = (reason: unknown) => end(nativeCancel, from, [reason], cancel);
  const underlying = {
    __proto__: null,
    start(own: ReadableStreamDefaultController) {
      controller = own;
      settled(
        readerClosed(from),
        () => endReadable(own),
        (error) => failReadable(own, error),
      );
    },
    // Until this is settled the browser does not pull again.
    pull: () => react(read(from), ({ done, value }) => done || give(value, 'page')),
    cancel,
  };
  return {
    stream: new NativeReadable(
      underlying as unknown as UnderlyingDefaultSource,
      { __proto__: null, highWaterMark: 0 } as QueuingStrategy,
    ),
    give,
  };
}

/**
 * Stands before a native stream that a page writes to, in whatever way, with as much room as the native one has.
 * @param write sends a chunk; `called` is the function of ours that the browser called for the page
 */
export function writeThrough(
  native: WritableStream,
  write: (chunk: unknown, called: Called) => unknown,
  end: End,
): Writable {
  const writer = getWriter(native);
  const sink = (chunk: unknown) => write(chunk, sink);
  const close = () => end(nativeClose, writer, [], close);
  const abort = (reason: unknown) => end(nativeAbort, writer, [reason], abort);
  const underlying = {
    __proto__: null,
    start(own: WritableStreamDefaultController) {
      settled(writerClosed(writer), ignore, (error) => failWritable(own, error));
    },
    write: sink,
    close,
    abort,
  };
  return {
    stream: new NativeWritable(
      underlying as unknown as UnderlyingSink,
      { __proto__: null, highWaterMark: 1 } as QueuingStrategy,
    ),
    writer,
  };
}
