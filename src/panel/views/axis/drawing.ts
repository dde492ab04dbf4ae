import { signal } from '@preact/signals';
import type { Layout } from './layout.ts';
import type { Span } from './span.ts';
import type { TimelineView } from './view.ts';

/** What the heads of the lanes have of the width, and the least and the most of it, in CSS px. */
const HEADS = 0.36;
const LEAST = 130;
const MOST = 320;

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
    const gutter = Math.round(Math.max(LEAST, Math.min(MOST, width * HEADS)));
    return { span: this.#view.span, width, gutter, top: this.top.peek() };
  }
}
