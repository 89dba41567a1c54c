import type { RawConfig } from '../app-contract.js';

/** What a tag says, its options as text. */
export interface Tag {
  config: RawConfig;
  /** Its own address; the other files lie beside it. */
  src: string;
  nonce: string;
}

/** Reads the tag that runs now; an element of the page that is named `currentScript` is not taken for it. */
export function readTag(): Tag | undefined {
  const script = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
  return script?.src ? { config: { ...script.dataset }, src: script.src, nonce: script.nonce } : undefined;
}

/**
 * Puts the options of `data-config` (the selector of a JSON block, or a URL) under those of the tag.
 * What cannot be read stays as the option `config`, with the reason, for the app to report.
 */
export async function withConfigBlock({ config, ...attributes }: RawConfig): Promise<RawConfig> {
  const source = config as string;
  try {
    const block: unknown = source.startsWith('#')
      ? JSON.parse(document.querySelector(source)!.textContent!)
      : await (await fetch(source)).json();
    return { ...(block as RawConfig), ...attributes };
  } catch (error) {
    return { ...attributes, config: String(error) };
  }
}
