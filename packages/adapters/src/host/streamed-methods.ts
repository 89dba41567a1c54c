import { HelpError, type HelpAdapter } from '@helpkiosk/core';
import type { HostPorts } from './host-ports.js';

/** The methods of a host adapter that hand on pieces as they come. What they need is loaded with the first. */
export function streamedMethods(ports: HostPorts): Required<Pick<HelpAdapter, 'watchConversation' | 'ask'>> {
  const load = () =>
    import('./host-events.js').catch((cause: unknown) => {
      throw new HelpError('network', {}, { cause });
    });
  return {
    watchConversation: async (input, options) => (await load()).watchConversation(ports, input, options),
    ask: async (input, options) => (await load()).ask(ports, input, options),
  };
}
