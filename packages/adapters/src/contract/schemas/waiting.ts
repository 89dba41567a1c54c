// Queue, hours and promises: contracts/waiting.ts as schemas.
import { count, duration, instant, list, LONGEST_MS, object, ref, text, word, type JsonSchema } from './json-schema.js';

const LOCAL_TIME = '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$';
const LOCAL_DATE = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
const localDate: JsonSchema = { type: 'string', pattern: LOCAL_DATE };
const spans = (description: string): JsonSchema => list(ref('Span'), description, 24);
const priorities = ['p0', 'p1', 'normal'] as const;
const byPriority = Object.fromEntries(priorities.map((priority) => [priority, ref('ReplyRule')]));

/** Two figures of a wait; p50Ms is at most p90Ms. */
export const range = (description: string, more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema =>
  object(
    { p50Ms: duration('Half wait at most so long'), p90Ms: duration('Nine of ten wait at most so long'), ...more },
    ['p50Ms', 'p90Ms'],
    description,
  );

/** What a queue tells of itself; also without position and estimate in a status. */
export const queueFigures: Readonly<Record<string, JsonSchema>> = {
  queueLength: count('How many wait'),
  agentsOnline: count('People at work'),
  slots: count('Conversations that can be held at once'),
  busySlots: count('Of these, taken'),
  handleTimeMs: duration('How long a conversation takes in the mean'),
  longestWaitMs: duration('How long the first in line has waited'),
  recentStarts: list(
    object({ at: instant('When it began'), waitMs: duration('How long it was waited for') }, ['at', 'waitMs']),
    'The last service starts, zero waits included',
    20,
  ),
  capacityForecast: list(
    object({ at: instant('From when on'), slots: count('Slots then') }, ['at', 'slots']),
    'How the number of slots will change',
    100,
  ),
};

/** By name; each takes its name as `$id` in index.ts. */
export const waitingSchemas: Readonly<Record<string, JsonSchema>> = {
  QueueSnapshot: object(
    {
      observedAt: instant('When this was so'),
      position: count('Place in line; the first is 1', 1),
      ...queueFigures,
      estimate: range('The host’s own figure, which wins over the client’s'),
    },
    ['observedAt'],
    'A queue at an instant. What is not known is left out',
  ),
  Span: {
    type: 'array',
    prefixItems: [
      { type: 'string', pattern: LOCAL_TIME },
      { type: 'string', pattern: LOCAL_TIME },
    ],
    items: false,
    minItems: 2,
    description:
      'Opening and closing time, HH:MM; closing at or before opening ends next day; ["00:00","24:00"] is the whole day',
  },
  Desk: object(
    {
      id: text('A name for programs'),
      name: text('A name for people'),
      timeZone: text('IANA time zone; dates and times of the desk are wall time there'),
      weekly: {
        type: 'object',
        properties: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`${day}`, spans('Spans of the day')])),
        additionalProperties: false,
        description: 'Spans by weekday, 1 = Monday; a missing day is closed',
      },
      holidays: list(localDate, 'Dates on which no span begins'),
      special: {
        type: 'object',
        propertyNames: localDate,
        additionalProperties: spans('Spans of the date'),
        description: 'Spans by date, in place of week and holidays; [] is closed',
      },
      serves: object(
        Object.fromEntries(['channels', 'languages', 'tiers'].map((name) => [name, list(text('One'), 'Served alone')])),
        [],
        'Whom the desk serves; a list left out serves all',
      ),
    },
    ['timeZone'],
    'A desk and when it is open',
  ),
  OfficeHoursSchedule: object({ desks: list(ref('Desk'), 'All desks', 50) }, ['desks'], 'Hours of all desks'),
  ReplyRule: {
    oneOf: [
      object(
        {
          basis: word('Minutes of any time, or of open time', 'clock', 'business'),
          minutes: { type: 'number', minimum: 0, maximum: LONGEST_MS / 60_000, description: 'So many minutes' },
        },
        ['basis', 'minutes'],
      ),
      object(
        {
          basis: { type: 'string', const: 'next-working-day', description: 'On the next day with a span' },
          by: word('By its end (default) or its beginning', 'close', 'open'),
        },
        ['basis'],
      ),
    ],
    description: 'Until when an answer is promised',
  },
  ReplyPolicy: object(
    { ...byPriority, whenClosed: object(byPriority, [], 'In place of these while every desk is closed') },
    priorities,
    'What is promised, by priority',
  ),
};
