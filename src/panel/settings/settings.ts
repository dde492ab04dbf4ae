import { defaultLimits, LIMITS } from '#protocol';
import { Kept } from './kept.ts';
import { readLayout, usualLayout } from './layout.ts';
import {
  readLimits,
  readSize,
  readSwitch,
  readTheme,
  readView,
  type ThemeChoice,
  usualPayloadMemory,
  type View,
} from './preferences.ts';

/** The person's own settings; a change is kept, and is there in every open panel at once. */
export const settings = {
  /** What the hook keeps of each document; the relays read it from the storage. */
  limits: new Kept(LIMITS, defaultLimits, readLimits),
  theme: new Kept<ThemeChoice>('theme', 'auto', readTheme),
  /** Whether what happened before a navigation stays. */
  preserveLog: new Kept('preserveLog', true, readSwitch),
  /** Whether the charts of rates are there. */
  rates: new Kept('rates', false, readSwitch),
  /** How many bytes of payloads each session has in memory; more go to disk. */
  payloadMemory: new Kept('payloadMemory', usualPayloadMemory, readSize),
  layout: new Kept('layout', usualLayout, readLayout),
  /** How messages are looked at: by which tab, with long lines of text broken, with JSON laid out. */
  view: new Kept<View>('view', 'preview', readView),
  wrap: new Kept('wrap', true, readSwitch),
  pretty: new Kept('pretty', false, readSwitch),
  /** Whether of two messages that are compared only what differs is shown. */
  changesOnly: new Kept('changesOnly', false, readSwitch),
};
