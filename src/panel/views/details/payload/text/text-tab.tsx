import { type Data, prettyJsonInSteps, utf8TextInSteps } from '#model';
import { settings } from '#panel/settings/settings.ts';
import { mayBeJson } from '#panel/views/details/payload/content.ts';
import { Reading } from '#panel/views/details/progress/reading.tsx';
import { useSteps } from '#panel/views/details/progress/use-steps.ts';
import { say } from '#panel/words.ts';
import { TextView } from './text-view.tsx';

interface Props {
  readonly data: Exclude<Data, undefined>;
  readonly highlight: RegExp | undefined;
}

/** A payload as text, whatever it is: bytes as UTF-8, with U+FFFD for what is none. */
export function TextTab({ data, highlight }: Props) {
  const reading = useSteps(() => utf8TextInSteps(data), [data]);
  if (!reading.done) return <Reading at={reading.at * data.length} of={data.length} />;
  const text = reading.value;
  const json = mayBeJson(text);
  const wrap = settings.wrap.value;
  return (
    <>
      <div class="text-bar">
        <Toggle label={say('wrap')} title={say('wrapTitle')} on={settings.wrap} />
        {json && <Toggle label={say('pretty')} title={say('prettyTitle')} on={settings.pretty} />}
      </div>
      {json && settings.pretty.value ? (
        <Pretty {...{ text, wrap, highlight }} />
      ) : (
        <TextView isJson={false} {...{ text, wrap, highlight }} />
      )}
    </>
  );
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
  readonly highlight: RegExp | undefined;
}

function Pretty({ text, wrap, highlight }: Text) {
  const laidOut = useSteps(() => prettyJsonInSteps(text), [text]);
  if (!laidOut.done) return <Reading at={laidOut.at} of={text.length} />;
  return (
    <TextView text={laidOut.value ?? text} isJson={laidOut.value !== undefined} {...{ wrap, highlight }} />
  );
}
