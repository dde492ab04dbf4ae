import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import type { Store } from '#panel/store/store.ts';
import { say } from '#panel/words.ts';
import './fence.css';

interface Props {
  readonly store: Store;
  /** One view: what goes wrong in it stops no other. */
  readonly children: ComponentChildren;
}

/** Says what went wrong in a view, in its place, and tries it again as soon as there is something else to show. */
export function Fence({ store, children }: Props) {
  const [reason, tryAgain] = useErrorBoundary((thrown) => console.error(thrown));
  return reason === undefined ? children : <Fault {...{ store, reason, tryAgain }} />;
}

function Fault({ store, reason, tryAgain }: { store: Store; reason: unknown; tryAgain: () => void }) {
  const { session, revision, found, selected, sight } = store;
  const { chosen, range, sort, highlight } = sight;
  const inputs = [session, revision, found, selected, chosen, range, sort, highlight].map(
    ({ value }) => value,
  );
  const failed = useRef(inputs).current;
  useEffect(() => {
    if (inputs.some((value, at) => value !== failed[at])) tryAgain();
  }, inputs);
  return (
    <div class="fault" role="alert">
      <p>
        {say('viewFault')} <bdi>{String(reason)}</bdi>
      </p>
      <p>{say('viewFaultAdvice')}</p>
      <button type="button" class="framed" onClick={tryAgain}>
        {say('tryAgain')}
      </button>
    </div>
  );
}
