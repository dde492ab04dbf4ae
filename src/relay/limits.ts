import { isLimits, LIMITS } from '#protocol';
import { api, ignore } from './api.ts';
import { tell } from './hook.ts';

/** Tells the hook a person's own limits, now and when they are changed. */
export function followLimits(): void {
  const limit = (limits: unknown) => {
    if (isLimits(limits)) tell({ type: 'limit', ...limits });
  };
  api()
    .storage.local.get(LIMITS)
    .then((kept) => limit(kept[LIMITS]), ignore);
  api().storage.onChanged.addListener((changes) => limit(changes[LIMITS]?.newValue));
}
