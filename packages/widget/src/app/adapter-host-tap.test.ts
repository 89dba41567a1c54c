import { createStore, type HelpAdapter, type HelpConfig } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { tapConfig, type TapPorts } from './adapter-host-tap.js';

const options = { signal: new AbortController().signal };

function aTap(config: HelpConfig, openHost: TapPorts['openHost'] = async () => ({})) {
  const heard: string[] = [];
  const store = createStore(config);
  const served = tapConfig(store, {
    openHost: (url) => (heard.push(`open ${url}`), openHost(url)),
    onCall: (name) => void heard.push(name),
    onStatus: (status) => void heard.push(`status ${JSON.stringify(status)}`),
  });
  return { store, heard, adapter: () => served.get().adapter, served };
}

describe('tapConfig', () => {
  it('leaves a configuration without adapter and host as it is', () => {
    const config = {};
    expect(aTap(config).served.get()).toBe(config);
  });

  it('has the methods of the adapter in code, and no others, called on the adapter itself', async () => {
    class Own {
      readonly #answer = { ticketId: 'T-1', replyBy: null };
      async submitTicket() {
        return this.#answer;
      }
    }
    const { adapter, heard } = aTap({ adapter: new Own() as HelpAdapter, host: '/api' });
    expect(Object.keys(adapter()!)).toEqual(['submitTicket']);
    expect(await adapter()!.submitTicket!({} as never, options)).toEqual({ ticketId: 'T-1', replyBy: null });
    expect(heard).toEqual(['submitTicket']);
  });

  it('fetches the client of a host at the first call, once, and hears its status', async () => {
    const { adapter, heard } = aTap({ host: '/api' }, async () => ({ getServiceStatus: async () => null }));
    expect(heard).toEqual([]);
    await adapter()!.getServiceStatus!({ locale: 'en' }, options);
    await adapter()!.getServiceStatus!({ locale: 'en' }, options);
    expect(heard).toEqual(['getServiceStatus', 'open /api', 'status null', 'getServiceStatus', 'status null']);
  });

  it('asks for the client again when it could not be had', async () => {
    let isThere = false;
    const { adapter } = aTap({ host: '/api' }, async () => {
      if (!isThere) throw new Error('gone');
      return { getServiceStatus: async () => null };
    });
    await expect(adapter()!.getServiceStatus!({ locale: 'en' }, options)).rejects.toThrow('gone');
    isThere = true;
    expect(await adapter()!.getServiceStatus!({ locale: 'en' }, options)).toBeNull();
  });

  it('opens a client of its own for another customer, behind the same adapter', async () => {
    const { adapter, heard, store } = aTap({ host: '/api' });
    const before = adapter();
    await before!.leaveQueue!({ conversationId: 'c' }, options);
    store.update((now) => ({ ...now, identity: async () => 'token' }));
    expect(adapter()).toBe(before);
    await before!.leaveQueue!({ conversationId: 'c' }, options);
    expect(heard.filter((line) => line.startsWith('open'))).toHaveLength(2);
  });

  it('calls nothing for somebody who no longer waits', async () => {
    const gone = AbortSignal.abort();
    const { adapter } = aTap({ host: '/api' }, async () => ({ leaveQueue: () => Promise.reject(new Error('called')) }));
    await expect(adapter()!.leaveQueue!({ conversationId: 'c' }, { signal: gone })).rejects.toThrow(/abort/i);
  });
});
