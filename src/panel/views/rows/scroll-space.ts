/**
 * The tallest element that is safe in every browser, in CSS px. Firefox ends at 17.8 million
 * (https://bugzil.la/1424094); Chromium at 33.5 million device px, which at a zoom of 400 % are 8.4 million.
 */
const TALLEST = 8_000_000;

/**
 * Where a list of very many rows of one height stands. Up to TALLEST the browser's scroll position is the offset
 * into the rows; beyond, the scroll position stands for it in proportion. All lengths in CSS px.
 */
export class ScrollSpace {
  readonly rowHeight: number;
  count = 0;
  /** Height of what is seen of the rows at once. */
  viewport = 0;
  /** From the top of the first row to the top of what is seen. */
  offset = 0;
  #list: object | undefined;
  /** How many rows of the list were put before the first that was there. */
  #before = 0;

  /** The row that one looks at, how far below the top of what is seen it was last, and in which list. */
  #row: unknown;
  #rowTop: number | undefined;
  #rowList: object | undefined;
  #rowViewport = 0;

  constructor(rowHeight: number) {
    this.rowHeight = rowHeight;
  }

  /** Rows that were put before the others of a list since the last time push nothing out of view: call it before `resize`. */
  keepPlace(list: object | undefined, before: number): void {
    if (list === this.#list) this.offset += (before - this.#before) * this.rowHeight;
    this.#list = list;
    this.#before = before;
  }

  resize(count: number, viewport: number): void {
    this.count = count;
    this.viewport = viewport;
    this.moveTo(this.offset);
  }

  /**
   * Keeps the row that one looks at where it is on screen when the list becomes another, and in view when less of it is
   * seen: call it after `resize`.
   * @param position of the row in the list; `undefined` where it is not in it, or not found yet
   */
  keepRow(list: object | undefined, row: unknown, position: number | undefined): void {
    if (row !== this.#row) this.#rowTop = undefined;
    this.#row = row;
    if (position === undefined) return;
    if (this.#rowTop !== undefined) {
      if (list !== this.#rowList) this.moveTo(position * this.rowHeight - this.#rowTop);
      if (this.viewport < this.#rowViewport) this.reveal(position);
    }
    this.#rowList = list;
    this.#rowViewport = this.viewport;
    const top = position * this.rowHeight - this.offset;
    this.#rowTop = top > -this.rowHeight && top < this.viewport ? top : undefined;
  }

  /** Height that the scrolled element must have. */
  get height(): number {
    return Math.min(this.#rowsHeight, TALLEST);
  }

  /** Whether a px of scrolling is more than a px of rows: wheel steps must then be taken by hand. */
  get scaled(): boolean {
    return this.#rowsHeight > TALLEST;
  }

  /** The scroll position that stands for `offset`. */
  get top(): number {
    return this.#end === 0 ? 0 : (this.offset / this.#end) * (this.height - this.viewport);
  }

  /**
   * The first row in the document. Where there are enough, there is one for each slot, also where fewer are seen, so
   * that none has to be made while one scrolls.
   */
  get first(): number {
    return Math.max(0, Math.min(Math.floor(this.offset / this.rowHeight), this.count - this.slots));
  }

  /** One past the last row in the document. */
  get last(): number {
    return Math.min(this.count, this.first + this.slots);
  }

  /** At least as many as rows are seen at once, some in part; even, as stripes are. */
  get slots(): number {
    return this.viewport === 0 ? 0 : 2 * Math.ceil((this.viewport / this.rowHeight + 1) / 2);
  }

  get atEnd(): boolean {
    return this.offset >= this.#end - 1;
  }

  /** Whether all rows are seen at once. */
  get fits(): boolean {
    return this.#end === 0;
  }

  /** How many rows a page is. */
  get page(): number {
    return Math.max(1, Math.floor(this.viewport / this.rowHeight) - 1);
  }

  moveTo(offset: number): void {
    this.offset = Math.max(0, Math.min(offset, this.#end));
  }

  toEnd(): void {
    this.offset = this.#end;
  }

  /** Moves as little as brings a row into full view. */
  reveal(index: number): void {
    const start = index * this.rowHeight;
    const lowest = start + this.rowHeight - this.viewport;
    this.moveTo(Math.max(lowest, Math.min(start, this.offset)));
  }

  /** The browser scrolled to `top`; gives whether that was news, and not the echo of a move of ours. */
  scrolled(top: number): boolean {
    if (Math.abs(top - this.top) < 1) return false;
    const room = this.height - this.viewport;
    this.moveTo(room <= 0 ? 0 : (top / room) * this.#end);
    return true;
  }

  get #rowsHeight(): number {
    return this.count * this.rowHeight;
  }

  get #end(): number {
    return Math.max(0, this.#rowsHeight - this.viewport);
  }
}
