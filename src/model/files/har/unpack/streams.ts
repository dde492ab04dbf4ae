import { HarError } from '../read/error.ts';
import type { Packing } from './packing.ts';

/** The most that a file may be when it is unpacked, in bytes: a few kB can be made to be more than any disk. */
export const MOST = 2e9;

/** Unpacks what is one stream. @throws HarError where it is broken, or more than can be taken */
export async function unpackStream(file: Blob, packing: Exclude<Packing, 'zip'>): Promise<Blob> {
  try {
    return await new Response(bounded(unpacked(file.stream(), packing))).blob();
  } catch (error) {
    if (error instanceof HarError) throw error;
    throw new HarError('harBroken', '', packing);
  }
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

function unpacked(stream: Bytes, packing: Exclude<Packing, 'zip'>): Bytes {
  switch (packing) {
    case 'gzip':
      return stream.pipeThrough(new DecompressionStream('gzip'));
    case 'zlib':
      return stream.pipeThrough(new DecompressionStream('deflate'));
    default:
      return stream.pipeThrough(new TextDecoderStream(packing)).pipeThrough(new TextEncoderStream()) as Bytes;
  }
}

function bounded(stream: Bytes): Bytes {
  let size = 0;
  return stream.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > MOST) controller.error(tooMuch());
        else controller.enqueue(chunk);
      },
    }),
  );
}

export const tooMuch = () => new HarError('harTooMuch', '', String(MOST / 1e9));
