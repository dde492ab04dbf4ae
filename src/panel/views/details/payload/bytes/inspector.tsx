import { type Inspected, inspectBytes, visible } from '#model';
import { countText } from '#panel/figures.ts';
import { say } from '#panel/words.ts';

/** What the bytes at the cursor mean as numbers, in both byte orders, and as a character. */
export const Inspector = ({ bytes, at }: { bytes: Uint8Array; at: number }) => (
  <details class="inspector" open>
    <summary>{say('bytesAt', countText(at), `0x${at.toString(16)}`)}</summary>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is moved through by keys */}
    <div class="inspector-values" tabIndex={0} role="group" aria-label={say('bytesMean')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('byteType')}</th>
            <th scope="col">{say('littleEndian')}</th>
            <th scope="col">{say('bigEndian')}</th>
          </tr>
        </thead>
        <tbody>{inspectBytes(bytes, at).map(Meaning)}</tbody>
      </table>
    </div>
  </details>
);

const Meaning = ({ type, little, big }: Inspected) => (
  <tr key={type}>
    <th scope="row">{type}</th>
    <td colSpan={big === undefined ? 2 : 1}>{visible(little)}</td>
    {big !== undefined && <td>{big}</td>}
  </tr>
);
