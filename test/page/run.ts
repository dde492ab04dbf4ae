import { errorOf, printed } from './probes/print.ts';
import type { Probes } from './probes/probe.ts';

/** Runs the probe that the document's URL names after `#`, and tells the document around this one what came of it. */
export async function run(probes: Probes): Promise<void> {
  const { parent } = window;
  const name = decodeURIComponent(location.hash.slice(1));
  const url = `ws://${location.host}`;
  try {
    const result = await probes[name]?.(url);
    parent.postMessage({ name, result: printed(result) });
  } catch (error) {
    parent.postMessage({ name, failure: printed(errorOf(error)) });
  }
}
