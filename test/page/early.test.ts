import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useStage } from '#support/stage.ts';
import { until } from '#support/until.ts';
import { openListening, recordings } from './listening.ts';
import { places } from './places.ts';

describe.each(['chromium', 'firefox'] as const)(
  '%s: the hook is there before the first script of',
  (name) => {
    const stage = useStage(name);
    let listening: Page;

    beforeAll(async () => {
      listening = await openListening(stage.browser);
    });

    /** Opens a page whose first script makes a socket, and waits until that is on record: where and how often. */
    async function recorded(place: keyof typeof places, mark: string) {
      const url = `${stage.server.wsUrl}/?${mark}`;
      const { body, ...options } = places[place]?.(`new WebSocket('${url}')`, stage.server) ?? { body: '' };
      await stage.page.goto(stage.server.page(body, options));
      return until(`the socket of ${place}`, async () => {
        const all = (await recordings(listening)).filter(({ sockets }) => sockets.includes(url));
        return all.length > 0 && all;
      });
    }

    it.each(Object.keys(places))('%s', async (place) => {
      const [recording, ...others] = await recorded(place, encodeURIComponent(place));
      expect(others).toEqual([]);
      expect(recording?.sockets).toHaveLength(1);
    });

    it('a page, in 20 of 20 loads', async () => {
      for (let load = 1; load <= 20; load++) expect(await recorded('a page', `load=${load}`)).toHaveLength(1);
    });
  },
);
