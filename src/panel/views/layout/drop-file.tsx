import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '#panel/words.ts';

interface Props {
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** Takes a file that is dropped anywhere on what it holds. */
export function DropFile({ onFile, children }: Props) {
  const over = useSignal(false);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over.value = true;
  };
  const onDrop = (event: DragEvent) => {
    over.value = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  const onDragLeave = (event: DragEvent & { currentTarget: HTMLElement }) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
      over.value = false;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the Import button does the same for the keyboard
    <div class="app" onDragOver={onDragOver} onDrop={onDrop} onDragLeave={onDragLeave}>
      {children}
      {over.value && <div class="drop-here">{say('dropHere')}</div>}
    </div>
  );
}
