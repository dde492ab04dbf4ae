import type { ComponentChildren } from 'preact';
import { preview } from '#model';
import { say } from '#panel/words.ts';

/** The most that is shown of a text of the page or its server, in UTF-16 units. */
const LONGEST = 4000;

type FactName =
  | `fact_${'interface' | 'url' | 'args' | 'document' | 'protocols' | 'protocol' | 'extensions' | 'error' | 'failure'}`
  | `fact_${'states' | 'close' | 'unsent' | 'injected'}`
  | `fact_${'sent' | 'received' | 'total' | 'buffered' | 'lost' | 'handshake' | 'ambiguous'}`
  | `fact_${'request' | 'response' | 'stack'}`;

/** A fact and its name; nothing where there is no fact. */
export const Fact = ({ name, children }: { name: FactName; children: ComponentChildren }) =>
  children ? (
    <>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </>
  ) : null;

/** A text of the page or its server, or nothing where it is empty. */
export const shown = (text: string) => text && <bdi>{preview(text, LONGEST)}</bdi>;
