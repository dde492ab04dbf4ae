import { copyAs, copyFormats, type Row } from '#model';
import type { Store } from '#panel/store/store.ts';
import type { MenuItem } from '#panel/views/menu/menu.tsx';
import { say } from '#panel/words.ts';
import { copyPayload } from './copy.ts';

/** Of a payload up to this many bytes it is found out beforehand which forms it has. */
const QUICK = 10_000;

/** The forms that a payload can be copied in, for a menu. */
export const copyItems = (row: Row, store: Store): readonly MenuItem[] =>
  offered(row).map((format) => ({
    label: say(`copy_${format}`),
    onChoose: () => void copyPayload(row, format, store),
  }));

const offered = ({ data, size, socket, away }: Row) =>
  away || size > QUICK
    ? copyFormats
    : copyFormats.filter((format) => copyAs(format, data, socket) !== undefined);
