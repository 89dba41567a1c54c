// The chunk adapter-host.js: the client of a host that speaks our protocol, fetched at the first call to it.
import { createHostAdapter } from '@helpkiosk/adapters';
import type { Env, HelpAdapter, HelpConfig, KeyValueStore, Store } from '@helpkiosk/core';

const CLAIM = 'claim';

export interface HostPorts {
  url: string;
  config: Store<HelpConfig>;
  /** Keeps the claim, by which an anonymous customer comes back. */
  store: KeyValueStore;
  env: Env;
}

/** Opens it; nothing is asked of the host by that. */
export function openHost({ url, config, store, env }: HostPorts): HelpAdapter {
  return createHostAdapter({
    url: new URL(url, document.baseURI).href,
    env,
    identity: async () => (await config.get().identity?.()) ?? null,
    claim: {
      async read() {
        const claim = await store.get(CLAIM).catch(() => null);
        return typeof claim === 'string' ? claim : null;
      },
      write: (claim) => store.update(CLAIM, () => claim ?? undefined).catch(() => {}), // this page still knows it
    },
  });
}
