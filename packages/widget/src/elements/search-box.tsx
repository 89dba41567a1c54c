import type { ResultsAnswer, SearchResult } from '@helpkiosk/core';
import { ReactiveElement } from '@lit/reactive-element';
import { h, render } from 'preact';
import type { App } from '../app-contract.js';
import { nextActive } from '../parts/list-keys.js';
import css from '../parts/parts.css';
import resultsCss from '../parts/results.css';
import { placeOf, ResultList } from '../parts/result-list.js';
import { optionId, SearchField } from '../parts/search-field.js';
import boxCss from './search-box.css';
import { appOf } from './app-of.js';

const LIST_ID = 'results';

/**
 * `<hk-search-box>`: a search field in the page. It asks the widget named by `for` (default: the first one), lists
 * results below itself, and opens the chosen article in the panel. `label` and `placeholder` replace the widget's words.
 */
export class SearchBox extends ReactiveElement {
  static override properties = {
    for: { type: String },
    label: { type: String },
    placeholder: { type: String },
    _text: { state: true },
    _results: { state: true },
    _active: { state: true },
    _busy: { state: true },
  };

  declare for: string;
  declare label: string;
  declare placeholder: string;
  declare _text: string;
  declare _results: readonly SearchResult[];
  declare _active: number;
  /** Only what the index knows is listed so far. */
  declare _busy: boolean;
  #app: App | null = null;
  #asked: AbortController | null = null;

  constructor() {
    super();
    this.for = this.label = this.placeholder = this._text = '';
    this._results = [];
    this._active = -1;
    this._busy = false;
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + resultsCss + boxCss);
    root.adoptedStyleSheets = [sheet];
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dataset['theme'] ??= 'auto';
    if (!this.hasUpdated) return;
    this.requestUpdate(); // it was moved: what was drawn is gone
    this._busy = false; // and so is the question
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked?.abort();
    render(null, this.renderRoot as ShadowRoot);
    this.#app = null;
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    const t = this.#app?.session.t;
    render(
      <div class="panel box" role="search">
        <SearchField
          text={this._text}
          label={this.label || t?.('search.label') || 'Search'}
          placeholder={this.placeholder || t?.('search.placeholder') || ''}
          clearLabel={t?.('search.clear') ?? 'Clear'}
          listId={this._results.length ? LIST_ID : undefined}
          activeId={this._active < 0 ? undefined : optionId(LIST_ID, this._active)}
          onText={(text) => void this.#ask(text)}
          onKey={(key) => this.#handleKey(key)}
        />
        {this._results.length > 0 && (
          <ResultList
            id={LIST_ID}
            label={this.label || 'Results'}
            results={this._results}
            brief={this._busy}
            active={this._active}
            onOpen={(result) => this.#open(result)}
          />
        )}
      </div>,
      this.renderRoot as ShadowRoot,
    );
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('focusin', () => void this.#start().catch(() => {}), { once: true });
  }

  async #start(): Promise<App> {
    this.#app ??= await appOf(this.for);
    this.requestUpdate();
    return this.#app;
  }

  async #ask(text: string): Promise<void> {
    this._text = text;
    this.#asked?.abort();
    const mine = (this.#asked = new AbortController());
    this._busy = false;
    if (!text.trim()) return this.#closeList();
    try {
      const { session } = await this.#start();
      const show = ({ results }: ResultsAnswer, isBrief: boolean): void => {
        if (mine.signal.aborted) return;
        this._active = this._busy ? placeOf(this._results[this._active], results) : -1;
        this._results = results;
        this._busy = isBrief;
      };
      show(await session.query(text, { signal: mine.signal, onBrief: (answer) => show(answer, true) }), false);
    } catch {
      if (!mine.signal.aborted) this.#closeList(); // the widget has logged it, and says it in the panel
    }
  }

  #handleKey(key: string): boolean {
    const { length } = this._results;
    const next = length ? nextActive(key, this._active, length) : null;
    if (next !== null) this._active = next;
    else if (!length) return false;
    else if (key === 'Escape') this.#closeList();
    else if (key === 'Enter') this.#open(this._results[Math.max(this._active, 0)]!);
    else return false;
    return true;
  }

  /** What is still to come for it opens it no more. */
  #closeList(): void {
    this.#asked?.abort();
    this._results = [];
  }

  #open({ articleId, sectionId }: SearchResult): void {
    this.#closeList();
    void this.#app?.article(articleId, sectionId ? { sectionId } : {});
  }
}
