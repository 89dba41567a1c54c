import { parseConfig, type HelpConfig, type HelpHandle } from '@helpkiosk/core';
import { createInstance, type Door } from './loader/instance.js';

/**
 * Puts a widget on the page and returns its handle; several may live side by side. With `into` the panel is drawn
 * as a part of that element, without launcher and top layer. The rest of the code is loaded at first need.
 * Throws HelpError `config-invalid` that names every option that does not fit.
 */
export function mount({ into, ...options }: HelpConfig & { into?: Element }): HelpHandle {
  const config = parseConfig(options);
  const handle = createHandle(into ? { ...config, launcher: 'none' } : config, {
    host: document.createElement('help-kiosk'),
    place: (host) => (into ?? document.body).append(host),
    inline: !!into,
  });
  if (into) void handle.open();
  return handle;
}

/** The handle of an instance whose code is loaded as modules. */
export function createHandle(config: HelpConfig, door: Pick<Door, 'host' | 'place' | 'inline'>): HelpHandle {
  const { run, destroy } = createInstance(config as never, {
    ...door,
    nonce: '',
    load: () => import('./app/index.js'),
    pages: () => import('./pages/index.js'),
  });
  const handle: HelpHandle = {
    open: async (view) => void (await run('open', view)),
    close: async () => void (await run('close')),
    toggle: async () => void (await run('toggle')),
    search: async (text) => void (await run('search', text)),
    article: async (id, options) => void (await run('article', id, options)),
    reset: async () => void (await run('reset')),
    show: () => void run('show'),
    hide: () => void run('hide'),
    suggest: (articleIds) => void run('suggest', articleIds),
    identify: (token) => void run('identify', token),
    on(name, listener, options) {
      const stop = new AbortController();
      options?.signal?.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
      if (options?.signal?.aborted) stop.abort();
      void run('on', name, listener, { ...options, signal: stop.signal });
      return () => stop.abort();
    },
    off: (name) => void run('off', name),
    update({ page, ...changes }) {
      const parsed = parseConfig(changes);
      void run('update', page === undefined ? parsed : { ...parsed, page });
    },
    destroy,
  };
  return handle;
}
