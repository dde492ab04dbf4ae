import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '#panel/words.ts';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** What stands beside the button that closes it. */
  readonly foot?: ComponentChildren;
}

/** A dialog over the panel, for as long as it is drawn. Escape and a click beside it close it, too. */
export function Dialog({ title, onClose, children, foot }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={title}
      // Preact has no name for it yet: https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/dialog#closedby
      {...{ closedby: 'any' }}
      onClose={onClose}
      // Escape is for the dialog alone: DevTools would open its drawer, too.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may have nothing else to focus */}
      <div class="dialog-body" tabIndex={0}>
        {children}
      </div>
      <form method="dialog" class="dialog-foot">
        {foot}
        <button type="submit" class="main">
          {say('closeDialog')}
        </button>
      </form>
    </dialog>
  );
}
