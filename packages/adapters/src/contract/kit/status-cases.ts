import type { HelpAdapter } from '@helpkiosk/core';
import { METHODS } from '../schemas/status.js';
import type { AdapterCase, AdapterKit } from './adapter-kit.js';
import { endedByAbort, holds, isNow } from './judge.js';

const needs = ['getServiceStatus'] as const;
const statusOf = (kit: AdapterKit) => kit.call('getServiceStatus', { locale: 'en' });
const has = (adapter: HelpAdapter) => METHODS.filter((method) => typeof adapter[method] === 'function');

/** What every adapter has, and what it says of the service. */
export const statusCases: readonly AdapterCase[] = [
  {
    name: 'adapter: has the methods that it supports, and no others',
    needs: [],
    async run(kit) {
      kit.same([...has(kit.adapter)].sort(), [...kit.supports].sort(), 'its methods');
    },
  },
  {
    name: 'getServiceStatus: has the shape of a ServiceStatus',
    needs,
    async run(kit) {
      const status = await statusOf(kit);
      if (status) holds(kit, 'shape', 'ServiceStatus', status);
    },
  },
  {
    name: 'getServiceStatus: says no date with nothing, not with the year 0001 or 1970',
    needs,
    run: async (kit) => holds(kit, 'dates', 'ServiceStatus', (await statusOf(kit)) ?? emptyStatus(kit)),
  },
  {
    name: 'getServiceStatus: tells durations in milliseconds, not in seconds or minutes',
    needs,
    run: async (kit) => holds(kit, 'units', 'ServiceStatus', (await statusOf(kit)) ?? emptyStatus(kit)),
  },
  {
    name: 'getServiceStatus: tells figures that agree',
    needs,
    run: async (kit) => holds(kit, 'sums', 'ServiceStatus', (await statusOf(kit)) ?? emptyStatus(kit)),
  },
  {
    name: 'getServiceStatus: tells instants in UTC, not in local time',
    needs,
    run: async (kit) => isNow(kit, (await statusOf(kit))?.observedAt ?? kit.now(), 'observedAt'),
  },
  {
    name: 'getServiceStatus: says that it supports only what is there',
    needs,
    async run(kit) {
      const { supports = {} } = (await statusOf(kit)) ?? {};
      const said = METHODS.filter((method) => supports[method] === true);
      kit.same(
        said.filter((method) => !has(kit.adapter).includes(method)),
        [],
        'supported but not there',
      );
    },
  },
  {
    name: 'getServiceStatus: takes an abort for no error',
    needs,
    async run(kit) {
      const reason = new DOMException('no longer wanted', 'AbortError');
      const call = (async () =>
        kit.adapter.getServiceStatus!({ locale: 'en' }, { signal: AbortSignal.abort(reason) }))();
      kit.same(endedByAbort(await kit.outcome(call), reason), 'ended', 'after the abort');
    },
  },
];

/** null is a good answer: nothing is known. */
const emptyStatus = (kit: AdapterKit) => ({ state: 'unknown', observedAt: kit.now(), supports: {} });
