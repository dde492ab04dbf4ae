import { language } from '#panel/words.ts';

const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });

/** A count in few letters, as there is little room for it: 1.3K for 1,302. */
export const shortCount = (n: number): string => compact.format(n);
