import { describe, expect, it } from 'vitest';
import type { HostStore } from '../store/store.js';
import type { KeptTicket } from '../store/tickets.js';

const AT = 1_767_603_600_000;
const DAY_MS = 86_400_000;
let made = 0;
const anId = (prefix: string): string => `${prefix}-of-tickets-${++made}`;
const aTicket = (more: Partial<KeptTicket> = {}): KeptTicket => ({
  ...{ id: anId('HK'), customerId: 'ann', claimHash: 'hash', status: 'received', subject: 'Kettle', tier: null },
  ...{ request: { locale: 'en', text: 'It is broken' }, locale: 'en', priority: 'normal', formId: null },
  ...{ fields: { a: 1, b: ['x'] }, createdAt: AT },
  ...more,
});

/** The part of the store's suite that is about tickets, files and wishes. */
export function describeTicketRecords(store: () => HostStore): void {
  describe('tickets', () => {
    it('come back as they were put in, by id and by status', async () => {
      const ticket = aTicket();
      await store().tickets.add(ticket);
      expect(await store().tickets.find(ticket.id)).toEqual(ticket);
      await store().tickets.setStatus(ticket.id, 'waiting');
      expect((await store().tickets.inStatus('waiting', 10)).map(({ id }) => id)).toContain(ticket.id);
    });

    it('have promises that are met, or missed once', async () => {
      const { tickets } = store();
      const [kept, missed] = [aTicket(), aTicket()];
      for (const [ticket, dueAt] of [
        [kept, AT + 50],
        [missed, AT + 60],
      ] as const)
        await tickets.startClock({ id: anId('clock'), ticketId: ticket.id, startedAt: AT, dueAt });
      expect(await tickets.nextDueAt()).toBe(AT + 50);
      await tickets.meetClock((await tickets.runningClock(kept.id))!.id, AT + 20);
      expect(await tickets.runningClock(kept.id)).toBe(null);
      expect(await tickets.nextDueAt()).toBe(AT + 60);
      expect(await tickets.markMissed(AT + 59)).toEqual([]);
      const marked = await tickets.markMissed(AT + 60);
      expect(marked).toMatchObject([{ ticketId: missed.id, missedAt: AT + 60, metAt: null }]);
      expect([await tickets.markMissed(AT + 99), await tickets.nextDueAt()]).toEqual([[], null]);
      expect(await tickets.runningClock(missed.id)).toMatchObject({ dueAt: AT + 60 });
      expect(await tickets.promisesSince(AT)).toEqual({ made: 2, kept: 1, missed: 1 });
    });
  });

  describe('uploads', () => {
    it('keep their bytes, and are their customer’s alone', async () => {
      const file = { id: anId('file'), name: '一.png', type: 'image/png', bytes: 4 };
      const data = Uint8Array.from([0, 255, 10, 13]);
      await store().uploads.add({ customerId: 'ann', file, data, at: AT });
      expect(await store().uploads.read(file.id)).toEqual(data);
      expect(await store().uploads.ofCustomer('ann', [file.id, '?'])).toEqual([file]);
      expect(await store().uploads.ofCustomer('bob', [file.id])).toEqual([]);
      expect(await store().uploads.read('?')).toBe(null);
    });
  });

  it('forgets old files that nothing names', async () => {
    const [loose, named, fresh] = [anId('file'), anId('file'), anId('file')];
    const put = (id: string, at: number) =>
      store().uploads.add({
        ...{ customerId: 'ann', file: { id, name: 'a', type: 'text/plain', bytes: 1 }, at },
        data: Uint8Array.from([1]),
      });
    for (const id of [loose, named]) await put(id, AT);
    await put(fresh, AT + 2);
    await store().uploads.attach([named], 'HK-1');
    await store().uploads.attach([], 'HK-1');
    await store().uploads.forgetLooseBefore(AT + 1);
    const left = await store().uploads.ofCustomer('ann', [loose, named, fresh]);
    expect(left.map(({ id }) => id)).toEqual([named, fresh]);
  });

  describe('wishes', () => {
    it('count calls by slot', async () => {
      const slotAt = AT + 1000 * DAY_MS;
      for (const slot of [slotAt, slotAt, slotAt + 1])
        await store().wishes.addCallback({
          ...{ id: anId('call'), customerId: 'ann', phone: '+49 30 1', slotAt: slot },
          ...{ request: { locale: 'en', text: '?' }, createdAt: AT },
        });
      const counts = await store().wishes.countCallbacks(slotAt);
      expect(counts).toEqual(
        new Map([
          [slotAt, 2],
          [slotAt + 1, 1],
        ]),
      );
    });

    it('take ratings and reports, and forget old reports', async () => {
      const rating = { id: anId('rating'), customerId: 'ann', subject: { ticketId: 'x' }, createdAt: AT };
      await store().wishes.addRating({ ...rating, score: 4.5, solved: true, text: '好' });
      const report = (at: number) => ({ id: anId('report'), name: 'open', at, data: { n: 1 } });
      const before = await store().wishes.countReports();
      await store().wishes.addReports([report(AT), report(AT + 2)]);
      await store().wishes.addReports([]);
      await store().wishes.forgetReportsBefore(AT + 1);
      expect(await store().wishes.countReports()).toBe(before + 1);
    });

    it('count votes on articles, and leave out what is none', async () => {
      const vote = (data: Record<string, unknown>, name = 'articleVote') => ({
        id: anId('report'),
        name,
        at: AT,
        data,
      });
      await store().wishes.addReports([
        ...[true, true, false].map((helpful) => vote({ articleId: 'billing/refund', helpful })),
        vote({ articleId: 'address', helpful: false, more: 1 }),
        vote({ articleId: 'address', helpful: false }),
        ...[vote({ articleId: 'gone' }), vote({ helpful: true }), vote({ articleId: 'gone', helpful: 'yes' })],
        vote({ articleId: 'gone', helpful: true }, 'articleOpen'),
      ]);
      const votes = await store().wishes.countVotes();
      expect(votes.get('billing/refund')).toEqual({ yes: 2, no: 1 });
      expect(votes.get('address')).toEqual({ yes: 0, no: 2 });
      expect(votes.has('gone')).toBe(false);
    });
  });
}
