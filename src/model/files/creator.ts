import { version } from '../../../package.json';

/** What writes the files. */
export const creator = { name: 'Sockscope', version } as const;
