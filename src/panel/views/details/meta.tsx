import { preview, type Row } from '#model';
import { clockText, countText, isoText, sizeText } from '#panel/figures.ts';
import { fault, guesses, isUntrusted, kindOf, signs } from '#panel/views/messages/row/describe.ts';
import { addressOf } from '#panel/views/sockets/address.ts';
import { say } from '#panel/words.ts';
import { CutBadge } from './cut-badge.tsx';

/** What waits behind a message says something where it is more than goes out at once, in bytes. */
const BACKLOG = 16_384;

/** What is known of a row beside its payload, in a line. */
export function Meta({ row }: { row: Row }) {
  const { index, time, type, size, socket, form, author, bufferedAfter = 0 } = row;
  const [wrong, guessed] = [fault(row), guesses(row)];
  return (
    <p class="meta">
      <span>#{countText(index + 1)}</span>
      <time dateTime={isoText(time)} title={isoText(time)}>
        {clockText(time)}
      </time>
      <span class={`meta-way ${type}`}>
        {signs[type]} {say(`type_${type}`)}
      </span>
      {form !== undefined && <span>{kindOf(row)}</span>}
      {form !== undefined && <span title={say('bytes', countText(size))}>{sizeText(size)}</span>}
      {row.part && <span>{say('viewOffset', countText(row.part.offset), sizeText(row.part.buffer))}</span>}
      {bufferedAfter - size > BACKLOG && <span>{say('buffered', sizeText(bufferedAfter))}</span>}
      <bdi title={preview(socket.url, 4000)}>
        {socket.index + 1} {preview(addressOf(socket).path, 200)}
      </bdi>
      {author === 'panel' && form !== undefined && (
        <span class="badge by-panel">{say(type === 'send' ? 'sentByPanel' : 'injected')}</span>
      )}
      {isUntrusted(row) && <span>{say('untrusted')}</span>}
      {guessed && <span class="badge">{guessed}</span>}
      {form !== undefined && row.data !== undefined && !row.away && <CutBadge data={row.data} size={size} />}
      {wrong && <span class="badge faulty">{wrong}</span>}
    </p>
  );
}
