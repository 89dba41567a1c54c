import type { HelpRequest } from '@helpkiosk/core';
import { callbackSlots } from '../desk/callback-slots.js';
import type { Call, Services } from '../http/route.js';
import { createId } from '../identity/ids.js';
import { HostProblem } from '../problem.js';
import type { Shop } from '../shop/shop.js';
import type { Records } from '../store/store.js';
import type { Report } from '../store/wishes.js';
import type { HostWorld } from '../world.js';

interface RatingRequest {
  subject: { conversationId?: string; ticketId?: string; articleId?: string };
  score: number;
  solved?: boolean;
  text?: string;
}

/** Calls that are wished for, ratings, and what the widget reports. */
export function wishServices({ world, shop }: { world: HostWorld; shop: Shop }): Services {
  return {
    'POST /v1/callbacks': {
      async handle({ body, customer }, records) {
        const { phone, slotAt, ...request } = body as HelpRequest & { phone: string; slotAt: number };
        if (!/^\+?[\d\s().-]{5,30}$/.test(phone))
          throw new HostProblem(422, { problems: [{ path: 'phone', message: 'is no phone number' }] });
        const slots = await callbackSlots({ store: records, shop, now: world.now() });
        if (!slots.some(({ at }) => at === slotAt))
          throw new HostProblem(422, { problems: [{ path: 'slotAt', message: 'is no slot that can be had' }] });
        const id = createId('call');
        const createdAt = world.now();
        await records.wishes.addCallback({ id, customerId: customer!.id, phone, slotAt, request, createdAt });
        return { status: 201, body: { callbackId: id, at: slotAt } };
      },
    },
    'POST /v1/ratings': {
      async handle(call, records) {
        const { subject, score, solved, text } = call.body as RatingRequest;
        await checkSubject(subject, call, records);
        const { conversationId, ticketId, articleId } = subject;
        const named = Object.fromEntries(
          Object.entries({ conversationId, ticketId, articleId }).filter(([, id]) => id !== undefined),
        ) as Record<string, string>;
        await records.wishes.addRating({
          ...{ id: createId('rating'), customerId: call.customer!.id, subject: named, score, createdAt: world.now() },
          ...(solved === undefined ? {} : { solved }),
          ...(text === undefined ? {} : { text }),
        });
        return { status: 204 };
      },
    },
    'POST /v1/events': {
      async handle({ body }, { wishes }) {
        const { events } = body as { events: readonly Omit<Report, 'id'>[] };
        await wishes.addReports(events.map(({ name, at, data }) => ({ id: createId('report'), name, at, data })));
        return { status: 204 };
      },
    },
  };
}

/** What is rated must be the customer's own; an article is everybody's. */
async function checkSubject(subject: RatingRequest['subject'], { customer }: Call, records: Records): Promise<void> {
  const { conversationId, ticketId, articleId } = subject;
  const problems: { path: string; message: string }[] = [];
  const demand = (isOwn: boolean, path: string): void => {
    if (!isOwn) problems.push({ path, message: 'is nothing of yours' });
  };
  if (conversationId !== undefined)
    demand((await records.conversations.find(conversationId))?.customerId === customer!.id, 'subject.conversationId');
  if (ticketId !== undefined)
    demand((await records.tickets.find(ticketId))?.customerId === customer!.id, 'subject.ticketId');
  if ([conversationId, ticketId, articleId].every((id) => id === undefined)) demand(false, 'subject');
  if (problems.length) throw new HostProblem(422, { problems });
}
