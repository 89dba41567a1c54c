import { ReactiveElement } from '@lit/reactive-element';
import { appOf } from './app-of.js';
import type { WaitingPart } from './waiting-parts.js';

/** How near the reader has to come before anything is fetched. */
const NEAR = '200px';

/**
 * What the elements of waiting share: they ask the widget named by `for` (default: the first one), once they are in sight or nearly so, and are drawn by
 * a file that is fetched then. Without a widget, or where nothing is known, they are empty.
 */
export abstract class WaitingElement extends ReactiveElement {
  static override properties = { for: { type: String } };

  declare for: string;
  /** What is drawn. */
  protected abstract readonly draws: WaitingPart;
  #sight: IntersectionObserver | null = null;
  #stop: AbortController | null = null;

  constructor() {
    super();
    this.for = '';
  }

  protected override createRenderRoot(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dataset['theme'] ??= 'auto';
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    this.#stop?.abort();
  }

  #start(): void {
    this.#sight?.disconnect();
    const { signal } = (this.#stop = new AbortController());
    const root = this.renderRoot as ShadowRoot;
    Promise.all([appOf(this.for), import('./waiting-parts.js')])
      .then(([app, { showPart }]) => (signal.aborted ? undefined : showPart(this.draws, { app, root, signal })))
      .catch(() => {}); // a page without the widget, or without its files, shows nothing here
  }
}
