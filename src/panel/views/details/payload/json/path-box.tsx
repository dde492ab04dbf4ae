import { useSignal } from '@preact/signals';
import { type JsonPlace, type JsonTree, placeAt, readPath, visible } from '#model';
import { claim } from '#panel/views/keys/claim.ts';
import { say } from '#panel/words.ts';

interface Props {
  readonly tree: JsonTree;
  /** Of the active value. */
  readonly path: string;
  readonly onGo: (place: JsonPlace) => void;
}

/** Where the active value is; another path that is written or pasted here leads to its value. */
export function PathBox({ tree, path, onGo }: Props) {
  /** What is being written, and where that was begun. */
  const draft = useSignal<
    { readonly text: string; readonly at: string; readonly wrong: boolean } | undefined
  >(undefined);
  const written = draft.value?.at === path ? draft.value : undefined;
  const write = (text: string, wrong = false) => {
    draft.value = { text, at: path, wrong };
  };
  const go = (text: string) => {
    const steps = readPath(text);
    const place = steps && placeAt(tree, steps);
    if (!place) return write(text, true);
    draft.value = undefined;
    onGo(place);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === 'Enter') {
      go(event.currentTarget.value);
      // What is written or pasted next is another path.
      event.currentTarget.select();
    } else if (event.key === 'Escape' && written) draft.value = undefined;
    else return;
    claim(event);
  };
  return (
    <input
      class="json-path"
      type="text"
      aria-label={say('path')}
      title={written?.wrong ? say('pathNone') : say('pathTitle')}
      aria-invalid={written?.wrong ?? false}
      spellcheck={false}
      autocomplete="off"
      placeholder={say('pathHint')}
      value={written?.text ?? (path === '.' ? '' : visible(path))}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onInput={({ currentTarget, inputType }: InputEvent & { currentTarget: HTMLInputElement }) =>
        inputType === 'insertFromPaste' ? go(currentTarget.value) : write(currentTarget.value)
      }
      onKeyDown={onKeyDown}
    />
  );
}
