import { ReactiveElement } from '@lit/reactive-element';
import type { HelpConfig, HelpHandle } from '@helpkiosk/core';

/**
 * `<help-kiosk pack="/help/pack.json" theme="dark">`: the widget as an element of the page. Attributes are the
 * options of HelpConfig in kebab case; without any, the element is the host of a tag and left as it is.
 * The handle is its `help` property.
 */
export class HelpKioskElement extends ReactiveElement {
  declare help: HelpHandle | null;

  constructor() {
    super();
    this.help = null;
  }

  /** The tag's own host already has its shadow root; it must stay. */
  protected override createRenderRoot(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.help || Symbol.for('helpkiosk') in this) return;
    const config: Record<string, string> = {};
    for (const { name, value } of this.attributes) {
      if (!/^(data-|aria-|on|id$|class$|style$|part$|slot$|hidden$)/.test(name))
        config[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
    }
    if (Object.keys(config).length) void this.#start(config);
  }

  async #start(config: Record<string, string>): Promise<void> {
    const { createHandle } = await import('../mount.js');
    if (this.isConnected && !this.help) this.help = createHandle(config as HelpConfig, { host: this, place: () => {} });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.help?.destroy();
    this.help = null;
  }
}
