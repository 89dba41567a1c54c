import type { AdapterCase, AdapterKit } from './adapter-kit.js';
import { holds } from './judge.js';

const upload = (kit: AdapterKit, key = kit.key(), progress: (fraction: number) => void = () => {}) =>
  kit.call('upload', {
    ...{ key, name: '收据 1.txt', type: 'text/plain', progress },
    data: new Blob(['a file of the kit'], { type: 'text/plain' }),
  });

/** Files, calls, ratings, search, actions, answers. */
export const otherCases: readonly AdapterCase[] = [
  {
    name: 'upload: answers with the file as it is kept, once for one key',
    needs: ['upload'],
    async run(kit) {
      const key = kit.key();
      const [first, again] = [await upload(kit, key), await upload(kit, key)];
      holds(kit, 'shape', 'Attachment', first);
      kit.same([first.name, first.bytes], ['收据 1.txt', 17], 'name and size');
      kit.same(again.id, first.id, 'the file of the same key');
    },
  },
  {
    name: 'upload: tells progress from 0 to 1',
    needs: ['upload'],
    async run(kit) {
      const told: number[] = [];
      await upload(kit, kit.key(), (fraction) => void told.push(fraction));
      kit.same(
        told.filter((each, index) => !(each >= (told[index - 1] ?? 0) && each <= 1)),
        [],
        'fractions that go back or lie beside',
      );
    },
  },
  {
    name: 'requestCallback: takes a free slot, once for one key',
    needs: ['requestCallback', 'getServiceStatus'],
    async run(kit) {
      const status = await kit.call('getServiceStatus', { locale: 'en' });
      const slot = status?.callbackSlots?.find(({ at }) => at > kit.now());
      if (!slot) return; // no call can be had now
      const input = { ...kit.request, key: kit.key(), phone: '+1 555 0100', slotAt: slot.at };
      const [first, again] = [await kit.call('requestCallback', input), await kit.call('requestCallback', input)];
      for (const kind of ['shape', 'dates'] as const) holds(kit, kind, 'CallbackReceipt', first);
      kit.same(again.callbackId, first.callbackId, 'the call of the same key');
    },
  },
  {
    name: 'sendRating: takes a rating',
    needs: ['sendRating'],
    run: (kit) =>
      kit.call('sendRating', { key: kit.key(), subject: { articleId: 'kit' }, score: 5, solved: true, text: '好' }),
  },
  {
    name: 'search: answers with results, at most as many as were asked for',
    needs: ['search'],
    async run(kit) {
      const results = await kit.call('search', { text: 'order', locale: 'en', limit: 2 });
      holds(kit, 'shape', 'SearchAnswer', { results });
      kit.same(results.length <= 2, true, 'no more than two');
      const names = results.map(({ kind, articleId, url = '' }) => `${kind} ${articleId} ${url}`);
      kit.same(new Set(names).size, names.length, 'none twice');
      kit.same(
        (await kit.call('search', { text: 'zzqxj-nothing', locale: 'en', limit: 2 })).length <= 2,
        true,
        'nothing',
      );
    },
  },
  {
    name: 'runAction: rejects an unknown action',
    needs: ['runAction'],
    async run(kit) {
      const input = { key: kit.key(), actionId: 'helpkiosk-kit-no-such', fields: {} };
      const ended = await kit.outcome(kit.call('runAction', input));
      kit.same(ended !== null && 'error' in ended, true, 'an unknown action is rejected');
    },
  },
  {
    name: 'ask: answers in pieces of text',
    needs: ['ask'],
    async run(kit) {
      const parts: unknown[] = [];
      const passages = [{ articleId: 'a', text: 'Parcels come in three days.' }];
      await kit.call('ask', {
        ...{ question: 'When does my parcel come?', locale: 'en', passages },
        emit: (part) => void parts.push(part),
      });
      for (const part of parts) holds(kit, 'shape', 'AnswerPart', part);
    },
  },
  {
    name: 'report: takes events',
    needs: ['report'],
    async run(kit) {
      const end = new AbortController();
      const taken = (async () =>
        kit.adapter.report!([{ name: 'open', at: kit.now(), data: { view: 'home' } }], { signal: end.signal }))();
      kit.same(await kit.outcome(taken), { value: undefined }, 'taken');
    },
  },
];
