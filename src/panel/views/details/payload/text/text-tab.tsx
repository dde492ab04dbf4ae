import { useSignal } from '@preact/signals';
import { type Data, type Expression, prettyJsonInSteps, utf8TextInSteps } from '#model';
import { countText } from '#panel/figures.ts';
import { settings } from '#panel/settings/settings.ts';
import { LONGEST_JSON, mayBeJson } from '#panel/views/details/payload/content.ts';
import { Reading } from '#panel/views/details/progress/reading.tsx';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { say } from '#panel/words.ts';
import { FIRST, TextView } from './text-view.tsx';

interface Props {
  readonly data: Exclude<Data, undefined>;
  readonly highlight: Expression | undefined;
}

/**
 * A payload as text, whatever it is: bytes as UTF-8, with U+FFFD for what is none. Of very many only the first are read
 * until a person asks for the rest: to put the text of all together would keep the panel busy.
 */
export function TextTab({ data, highlight }: Props) {
  /** The bytes that were asked for in full. */
  const asked = useSignal<Uint8Array | undefined>(undefined);
  const whole = typeof data === 'string' || data.length <= LONGEST_JSON || asked.value === data;
  const head = whole ? data : beginning(data);
  const reading = useSteps(() => utf8TextInSteps(head), [data, whole]);
  if (!reading.done) return <Reading at={reading.at * head.length} of={head.length} />;
  const text = reading.value;
  const json = whole && mayBeJson(text);
  const wrap = settings.wrap.value;
  const rest = whole
    ? undefined
    : {
        words: say('showRestBytes', countText(head.length), countText(data.length)),
        onShow: () => {
          asked.value = data;
        },
      };
  return (
    <>
      <div class="text-bar">
        <Toggle label={say('wrap')} title={say('wrapTitle')} on={settings.wrap} />
        {json && <Toggle label={say('pretty')} title={say('prettyTitle')} on={settings.pretty} />}
      </div>
      {json && settings.pretty.value ? (
        <Pretty {...{ text, wrap, highlight }} />
      ) : (
        <TextView isJson={false} {...{ text, wrap, highlight, rest }} whole={asked.value === data} />
      )}
    </>
  );
}

/** The first bytes of many, without a part of a character at their end. */
function beginning(bytes: Uint8Array): Uint8Array {
  let end = FIRST;
  while (end > FIRST - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

const Toggle = ({ label, title, on }: { label: string; title: string; on: { value: boolean } }) => (
  <button
    type="button"
    title={title}
    aria-pressed={on.value}
    onClick={() => {
      on.value = !on.value;
    }}
  >
    {label}
  </button>
);

interface Text {
  readonly text: string;
  readonly wrap: boolean;
  readonly highlight: Expression | undefined;
}

function Pretty({ text, wrap, highlight }: Text) {
  const laidOut = useSteps(() => prettyJsonInSteps(text), [text]);
  if (!laidOut.done) return <Reading at={laidOut.at} of={text.length} />;
  return (
    <TextView text={laidOut.value ?? text} isJson={laidOut.value !== undefined} {...{ wrap, highlight }} />
  );
}
