import { signal } from '@preact/signals';
import type { Layout } from './layout.ts';
import type { Span } from './span.ts';
import type { TimelineView } from './view.ts';

/** Below this width of the timeline there is room for the lanes' numbers only, not for their names, in CSS px. */
const NAMES_FROM = 500;
const NAMES = 150;
const NUMBERS = 28;

/** The drawing as it stands, and what of it the pointer changes. */
export class Drawing {
  /** The stretch of time that is being drawn up by the pointer. */
  readonly drawn = signal<Span | undefined>(undefined);
  /** Whether the pointer is where it would take hold of an edge of the selected stretch. */
  readonly onEdge = signal(false);
  readonly size = signal({ width: 0, height: 0 });
  readonly top = signal(0);
  readonly #view: TimelineView;

  constructor(view: TimelineView) {
    this.#view = view;
  }

  get layout(): Layout {
    const { width } = this.size.peek();
    const gutter = width >= NAMES_FROM ? NAMES : NUMBERS;
    return { span: this.#view.span, width, gutter, top: this.top.peek() };
  }
}
