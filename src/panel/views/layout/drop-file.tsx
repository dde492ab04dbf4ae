import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { say } from '#panel/words.ts';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** Takes files that are dropped anywhere on what it holds. */
export function DropFile({ onFiles, children }: Props) {
  const over = useSignal(false);
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over.value = true;
  };
  const onDrop = (event: DragEvent) => {
    over.value = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
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
