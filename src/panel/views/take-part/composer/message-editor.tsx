import { useEffect, useRef } from 'preact/hooks';
import { useLoaded } from '#panel/views/editor/use-loaded.ts';
import type { Writer } from '#panel/views/editor/writer.ts';
import { useFencedEffect } from '#panel/views/fence/use-fenced.ts';
import { say } from '#panel/words.ts';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string;
  readonly onChange: () => void;
  readonly onSubmit: (type: 'send' | 'inject') => void;
}

const loadWriter = () => import('#panel/views/editor/writer.ts');

/** The editor of the draft. It is loaded after the panel is on screen. */
export function MessageEditor({ draft, describedBy, onChange, onSubmit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const writer = useRef<Writer>(undefined);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  const module = useLoaded(loadWriter);

  useEffect(() => {
    if (!module || !place.current) return;
    const opened = module.openWriter(place.current, {
      label: say('message'),
      describedBy,
      text: draft.text.peek(),
      onChange: (text) => {
        draft.text.value = text;
        onChange();
      },
      onSubmit: (type) => submit.current(type),
    });
    opened.setJson(draft.mode.peek() === 'json');
    writer.current = opened;
    return () => opened.destroy();
  }, [module]);
  useFencedEffect(() => {
    writer.current?.setJson(draft.mode.value === 'json');
    onChange();
  });
  useFencedEffect(() => {
    if (draft.loaded.value === 0) return;
    writer.current?.setText(draft.text.peek());
    writer.current?.focus();
  });

  return <div class="message-editor" ref={place} />;
}
