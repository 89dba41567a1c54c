// What a host says of itself: contracts/host.ts, ServiceStatus.
import { count, duration, flag, id, instant, list, localised, object, ref, text, word } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';
import { queueFigures, range } from './waiting.js';

/** Every method of HelpAdapter: the words of `supports`. */
export const METHODS = [
  ...(['getServiceStatus', 'watchQueue', 'startConversation', 'resumeConversation', 'watchConversation'] as const),
  ...(['sendMessage', 'setTyping', 'markRead', 'leaveQueue', 'endConversation', 'upload', 'submitTicket'] as const),
  ...(['getTicket', 'replyToTicket', 'requestCallback', 'sendRating', 'search', 'runAction', 'ask'] as const),
  'report',
] as const;

const notice = object(
  {
    id: id('Stays the same while it is shown'),
    level: word('How bad', 'info', 'warning', 'outage'),
    text: localised('The sentence'),
    nextNewsAt: instant('When there will be news'),
    since: instant('Since when it is so'),
  },
  ['id', 'level', 'text'],
);

/** By name. */
export const statusSchemas: Readonly<Record<string, JsonSchema>> = {
  ServiceStatus: object(
    {
      state: word('Whether people are there', 'open', 'busy', 'closed', 'unknown'),
      observedAt: instant('When this was so, by the host’s clock'),
      pollMs: { ...duration('Ask again after so long; 60,000 if left out'), minimum: 1 },
      nextChangeAt: instant('When the state changes next'),
      agents: object({ online: count('At work'), available: count('Of these, free') }, ['online'], 'People at work'),
      queue: object(queueFigures, [], 'The line'),
      wait: range('What people waited of late', { samples: count('How many') }),
      load: object(
        {
          timeZone: text('IANA time zone of the hours'),
          byWeekdayHour: {
            ...list({ type: 'number', minimum: 0, maximum: 1 }, '168 shares of capacity, Monday 00:00 first', 168),
            minItems: 168,
          },
        },
        ['timeZone', 'byWeekdayHour'],
        'How busy the hours of a week are',
      ),
      accuracy: object(
        { samples: count('Announced waits'), withinP90: count('Of these, kept') },
        ['samples', 'withinP90'],
        'Served within the announced p90 is kept; served or left after it is not; left before does not count',
      ),
      peak: flag('More than usual'),
      notices: list(notice, 'What customers should know', 20),
      hours: ref('OfficeHoursSchedule'),
      replyPolicy: ref('ReplyPolicy'),
      forms: list(ref('TicketForm'), 'Of tickets', 50),
      actions: list(ref('ActionForm'), 'What customers can do themselves', 50),
      callbackSlots: list(
        object({ at: instant('Begins'), durationMs: duration('Lasts') }, ['at', 'durationMs']),
        'When calls can be had',
        500,
      ),
      supports: {
        type: 'object',
        properties: Object.fromEntries(METHODS.map((method) => [method, { type: 'boolean' } as const])),
        description: 'true = served; what is left out is not',
      },
    },
    ['state', 'observedAt', 'supports'],
    'The whole service. What is not known is left out, and not shown',
  ),
};
