import { kind } from '../print.ts';

/** What an event says of itself, but when. */
export const facts = (event: Event) => {
  const { type, isTrusted, bubbles, cancelable, composed, eventPhase, defaultPrevented, returnValue } = event;
  const path = event.composedPath().map(kind);
  const own = ['data', 'origin', 'lastEventId', 'source', 'code', 'reason', 'wasClean'].map((name) => [
    name,
    Reflect.get(event, name),
  ]);
  return [
    kind(event),
    { type, isTrusted, bubbles, cancelable, composed, eventPhase, defaultPrevented, returnValue },
    path,
    own,
  ];
};
