import { closeCodeKey } from '#model';
import { say } from '#panel/words.ts';

/** What a close code means, in words: https://www.iana.org/assignments/websocket */
export const closeMeaning = (code: number): string => say(closeCodeKey(code));
