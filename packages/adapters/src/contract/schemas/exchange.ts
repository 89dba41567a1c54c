// What the routes ask and answer, where it is no shape of the contract itself.
import {
  flag,
  id,
  instant,
  instantOrNull,
  list,
  locale,
  object,
  ref,
  text,
  word,
  duration,
  type JsonSchema,
} from './json-schema.js';
import { attachmentIds, conversationState, fieldValues, requestMembers } from './people.js';

/** HelpErrorCode. */
export const ERROR_CODES = [
  ...(['config-invalid', 'adapter-missing-method', 'adapter-bad-answer', 'network', 'timeout'] as const),
  ...(['unauthorized', 'forbidden', 'rate-limited', 'refused', 'unavailable', 'conflict'] as const),
  ...(['content-too-big', 'pack-missing', 'pack-incompatible', 'storage-unavailable', 'storage-full'] as const),
  'internal',
] as const;

const cursor = text('Id of the last event that this covers; ask on after it', 200, 0);
const conversationId = id('Of the conversation');

/** By name. */
export const exchangeSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: object(
    {
      path: text('Of the member, as in customer.email or attachments[0]; empty for the whole', undefined, 0),
      message: text('A sentence'),
    },
    ['path', 'message'],
    'What is wrong with a member',
  ),
  ProblemDocument: object(
    {
      type: text('A URI of the kind of problem, or about:blank'),
      title: text('A sentence for people who build'),
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status again' },
      detail: text('More about this one', undefined, 0),
      code: word('What it means for the client', ...ERROR_CODES),
      problems: list(ref('Problem'), 'By member, for forms', 200),
      retryAfterMs: duration('Not before so long'),
    },
    ['type', 'title', 'status', 'code'],
    'A failure (RFC 9457)',
  ),
  SessionRequest: object({ claim: text('From an earlier session', 2000) }, [], 'Who comes back, if anybody'),
  Session: object(
    {
      token: text('Sent as Authorization: Bearer', 8000),
      expiresAt: instant('Until then'),
      customerId: id('Of the customer'),
      claim: {
        ...text('Brings back the same anonymous customer; null for one that the owner’s token names', 2000),
        type: ['string', 'null'],
      },
    },
    ['token', 'expiresAt', 'customerId'],
    'Who the customer is for some time',
  ),
  ConversationStarted: object(
    { conversationId, state: word('Where it stands', 'queued', 'open') },
    ['conversationId', 'state'],
    'A conversation that was asked for',
  ),
  ConversationSnapshot: object(
    { state: conversationState, messages: list(ref('Message'), 'Oldest first'), cursor },
    ['state', 'messages', 'cursor'],
    'A conversation as it is now',
  ),
  EventList: object(
    { events: list(ref('ConversationEvent'), 'In order; empty when nothing came in time'), cursor },
    ['events', 'cursor'],
    'Events after a place',
  ),
  MessageRequest: {
    ...object({ text: text('What is said; empty with attachments alone', 8000, 0), attachments: attachmentIds }, [
      'text',
    ]),
    description: 'A message of the customer',
  },
  MessageSent: object({ message: ref('Message') }, ['message'], 'The message as it was taken'),
  TypingRequest: object({ typing: flag('Writing, or no more') }, ['typing'], 'The customer is writing'),
  ReadRequest: object({ messageId: id('The last that was read') }, ['messageId'], 'The customer has read'),
  TicketRequest: object(
    { ...requestMembers, formId: id('Of the form'), fields: fieldValues, attachments: attachmentIds },
    ['locale', 'text'],
    'A ticket to be',
  ),
  TicketReceipt: object(
    {
      ticketId: id('Its number'),
      replyBy: instantOrNull('When an answer is promised; null for no promise'),
      claimToken: text('With it, and no account, the ticket can be read', 500),
    },
    ['ticketId', 'replyBy'],
    'A ticket that was taken',
  ),
  CallbackRequest: object(
    {
      ...requestMembers,
      phone: text('To call', 50),
      slotAt: instant('Beginning of the slot'),
    },
    ['locale', 'text', 'phone', 'slotAt'],
    'A call that is wished for',
  ),
  CallbackReceipt: object(
    { callbackId: id('Its number'), at: instant('When the call comes') },
    ['callbackId', 'at'],
    'A call that was taken',
  ),
  RatingRequest: object(
    {
      subject: {
        ...object({ conversationId, ticketId: id('Of the ticket'), articleId: id('Of the article') }, []),
        minProperties: 1,
        description: 'What is rated',
      },
      score: { type: 'number', minimum: 1, maximum: 5, description: '1 to 5, 5 is best' },
      solved: flag('The customer says that it helped'),
      text: text('Why', 8000, 0),
    },
    ['subject', 'score'],
    'How it was',
  ),
  EventsRequest: object(
    {
      events: list(
        object(
          {
            name: text('What happened', 100),
            at: instant('When'),
            data: {
              type: 'object',
              maxProperties: 50,
              additionalProperties: {
                oneOf: [{ type: 'string', maxLength: 500 }, { type: 'number' }, { type: 'boolean' }],
              },
              description: 'Words, counts and ids; never what was typed',
            },
          },
          ['name', 'at', 'data'],
        ),
        'In order',
        200,
      ),
    },
    ['events'],
    'What happened in the widget',
  ),
  SearchAnswer: object(
    { results: list(ref('SearchResult'), 'Best first', 100), cursor: text('Asks for more', 2000) },
    ['results'],
    'What was found',
  ),
  ActionRequest: object({ fields: fieldValues }, ['fields'], 'An action to be done'),
  ActionResult: object(
    {
      title: text('In a line'),
      body: { oneOf: [ref('ArticleTree'), { type: 'string' }], description: 'The whole; text is plain' },
      ok: flag('It was done'),
    },
    ['title', 'body', 'ok'],
    'What an action brought',
  ),
  AnswerRequest: object(
    {
      question: text('What is asked', 8000),
      locale: locale(),
      passages: list(
        object({ articleId: id('Of the article'), text: text('Words of it', 20_000) }, ['articleId', 'text']),
        'What the page’s search found',
        20,
      ),
    },
    ['question', 'locale', 'passages'],
    'A question to the assistant',
  ),
  AnswerPart: object(
    { text: text('Goes behind what came before', undefined, 0), sources: list(id('Id'), 'Articles it rests on', 20) },
    ['text'],
    'A piece of an answer',
  ),
};
