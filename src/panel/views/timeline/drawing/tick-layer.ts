/** One pixel as ImageData has it, in a number: whatever the order of bytes is on this machine. */
type Pixel = number;

/**
 * The ticks of all lanes, dot by dot. Tens of thousands of them are drawn for a frame: as rectangles on a canvas each
 * would cost as much as a hundred dots here.
 */
export class TickLayer {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context = this.#canvas.getContext('2d');
  readonly #known = new Map<string, Pixel>();
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(this.#image.data.buffer);

  /** Empties it, for a drawing of that size in CSS px. */
  begin(width: number, height: number): void {
    const [columns, rows] = [Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height))];
    if (this.#image.width === columns && this.#image.height === rows) this.#pixels.fill(0);
    else {
      Object.assign(this.#canvas, { width: columns, height: rows });
      this.#image = new ImageData(columns, rows);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
  }

  /** Draws a column one px wide, of which what is above or below the layer is left out. */
  column(x: number, top: number, height: number, pixel: Pixel): void {
    const { width, height: rows } = this.#image;
    if (x < 0 || x >= width) return;
    const end = Math.min(rows, top + height);
    for (let y = Math.max(0, top); y < end; y++) this.#pixels[y * width + x] = pixel;
  }

  /** A colour as `column` takes it, seen through by `alpha`. */
  pixel(colour: string, alpha: number): Pixel {
    const name = `${colour} ${alpha}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const pixel = readPixel(colour, alpha);
    this.#known.set(name, pixel);
    return pixel;
  }

  /** Puts it on another canvas, from `x` and `y` in CSS px on. */
  paintOn(context: CanvasRenderingContext2D, x: number, y: number): void {
    this.#context?.putImageData(this.#image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#canvas, x, y);
  }
}

/** The browser knows what a colour is, in whatever way it is written. */
function readPixel(colour: string, alpha: number): Pixel {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return 0;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  data[3] = Math.round(255 * alpha);
  return new Uint32Array(data.buffer)[0] ?? 0;
}
