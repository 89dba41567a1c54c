// Customers, what they ask and say, and what becomes of it: requests, messages, tickets, events.
import {
  count,
  flag,
  id,
  instant,
  instantOrNull,
  list,
  locale,
  localised,
  object,
  ref,
  text,
  word,
  type JsonSchema,
} from './json-schema.js';
import { range } from './waiting.js';

/** Of a conversation. */
export const conversationState = word('Where it stands', 'queued', 'open', 'ended');
const priority = word('How urgent', 'p0', 'p1', 'normal');

/** Members of HelpRequest; the requests for a ticket and a call back have them too. */
export const requestMembers: Readonly<Record<string, JsonSchema>> = {
  topic: text('The topic that was chosen', 200),
  subject: text('In a line', 300),
  locale: locale(),
  priority,
  tier: text('Of the customer', 100),
  mood: word('As triage reads it', 'calm', 'upset'),
  text: text('What it is about', 20_000),
  customer: object(
    {
      name: text('As they wish to be called', 200),
      email: { ...text('To answer to', 320), pattern: '^[^\\s@]+@[^\\s@]+$' },
      phone: text('To call', 50),
    },
    [],
    'What the customer said of themselves; never proof of who they are',
  ),
  context: ref('HandoffContext'),
  announced: {
    ...range('The wait that the customer was told, rounded as it was shown', {
      observedAt: instant('Of the figures behind it'),
    }),
    required: ['p50Ms', 'p90Ms', 'observedAt'],
  },
};

/** By name. */
export const peopleSchemas: Readonly<Record<string, JsonSchema>> = {
  HandoffContext: object(
    {
      searches: list(text('Words', 500, 0), 'What was searched for', 50),
      articles: list(id('Id'), 'Articles that were read', 50),
      pageUrl: text('The page that the customer is on', 8000),
      appVersion: text('Of the owner’s page', 200),
      facts: {
        type: 'object',
        maxProperties: 50,
        additionalProperties: { type: 'string', maxLength: 2000 },
        description: 'Facts by name',
      },
    },
    ['searches', 'articles'],
    'What the customer did before, as far as they let it be sent',
  ),
  HelpRequest: object(requestMembers, ['locale', 'text'], 'A request for a person'),
  Attachment: object(
    {
      id: id('Given by the host'),
      name: text('File name', 255),
      type: text('Media type', 200),
      bytes: count('Size'),
      url: text('Where it can be had'),
    },
    ['id', 'name', 'type', 'bytes'],
    'A file that was uploaded',
  ),
  Message: object(
    {
      id: id('Given by the host'),
      from: word('Who wrote', 'customer', 'agent', 'assistant', 'system'),
      agentName: text('Of the agent'),
      text: text('Plain text, a small inline grammar, never HTML', undefined, 0),
      at: instant('When it was written'),
      attachments: list(ref('Attachment'), 'Files with it', 20),
      chips: list(text('Words'), 'Answers that are offered', 20),
    },
    ['id', 'from', 'text', 'at'],
    'A message of a conversation or a ticket',
  ),
  ConversationEvent: {
    oneOf: [
      anEvent('queue', { snapshot: ref('QueueSnapshot') }),
      anEvent('message', { message: ref('Message') }),
      anEvent('typing', {
        from: { type: 'string', const: 'agent', description: 'Who' },
        until: instant('Until when to show it'),
      }),
      anEvent('read', {
        by: { type: 'string', const: 'agent', description: 'Who' },
        messageId: id('The last that was read'),
      }),
      anEvent(
        'agent',
        { change: word('What', 'joined', 'left', 'transferring'), agentName: text('Of the agent') },
        'agentName',
      ),
      anEvent('state', { state: conversationState, reason: text('Why, for people') }, 'reason'),
    ],
    description: 'Something that happened in a conversation',
  },
  Ticket: object(
    {
      id: id('Its number'),
      status: word('Where it stands', 'received', 'open', 'waiting', 'solved'),
      subject: text('In a line', undefined, 0),
      replyBy: instantOrNull('When an answer is promised; null for no promise'),
      messages: list(ref('Message'), 'Oldest first'),
      claimToken: text('With it, and no account, the ticket can be read', 500),
    },
    ['id', 'status', 'subject', 'replyBy', 'messages'],
    'A ticket and what was written',
  ),
  FormField: object(
    {
      id: id('Key of the value that is sent'),
      kind: word('What it takes', 'text', 'longtext', 'choice', 'date', 'file', 'email', 'phone'),
      label: localised('Name'),
      required: flag('Must be filled in'),
      choices: list(
        object({ value: text('What is sent'), label: localised('Name') }, ['value', 'label']),
        'Of kind choice',
        200,
      ),
      help: localised('A sentence below it'),
    },
    ['id', 'kind', 'label'],
    'A field of a form',
  ),
  TicketForm: object(
    { id: id('Sent as formId'), topic: localised('What it is for'), fields: list(ref('FormField'), 'In order', 50) },
    ['id', 'topic', 'fields'],
    'What the host wants to know with a ticket',
  ),
  ActionForm: object(
    {
      id: id('Of the action'),
      title: localised('What it does'),
      keywords: list(text('Word'), 'Words that find it', 100),
      fields: list(ref('FormField'), 'In order', 50),
    },
    ['id', 'title', 'fields'],
    'Something that customers can do themselves',
  ),
};

function anEvent(type: string, members: Readonly<Record<string, JsonSchema>>, optional?: string): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    id: id('Grows from event to event'),
    type: { type: 'string', const: type, description: 'Kind of event' },
    ...members,
  };
  return object(
    properties,
    Object.keys(properties).filter((name) => name !== optional),
  );
}

/** What a form's field may hold: text, a number, yes or no, several texts (files by id). */
export const fieldValues: JsonSchema = {
  type: 'object',
  maxProperties: 50,
  additionalProperties: {
    oneOf: [
      { type: 'string', maxLength: 20_000 },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
      { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 2000 } },
    ],
  },
  description: 'Values by field id',
};

/** Ids of uploads. */
export const attachmentIds: JsonSchema = list(id('Id'), 'Ids of uploads', 20);
