import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

/** The browsers that tests run in, by name. */
export const launch = { chromium: launchChromium, firefox: launchFirefox };
