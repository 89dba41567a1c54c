import type { HelpAdapter, SearchResult, ServiceStatus } from '@helpkiosk/core';
import { answerOf } from './answers.js';
import type { HostPorts } from './host-ports.js';

/** The methods of a host adapter that anybody may call: they need no session, so none is made for them. */
export function publicMethods({
  open,
  time,
}: HostPorts): Required<Pick<HelpAdapter, 'getServiceStatus' | 'search' | 'report'>> {
  return {
    async getServiceStatus({ locale }, { signal }) {
      const request = { method: 'getServiceStatus', verb: 'GET', path: 'status', query: { locale }, signal } as const;
      const status = await answerOf(open, { ...request, isPublic: true }, 'observedAt');
      time.hear(status);
      return status as ServiceStatus | null;
    },
    async search({ text, locale, limit, kinds }, { signal }) {
      const query = { q: text, locale, limit, kinds: kinds?.join() };
      const answer = await answerOf(open, { method: 'search', path: 'search', query, signal }, 'results');
      return (answer as { results: readonly SearchResult[] }).results;
    },
    async report(events, { signal }) {
      const request = { method: 'report', path: 'events', body: { events }, keepalive: true, signal };
      await answerOf(open, request);
    },
  };
}
