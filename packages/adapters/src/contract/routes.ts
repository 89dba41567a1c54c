// The routes of the protocol as data: what the OpenAPI document, the kit and hosts are made from.
import type { HelpAdapter } from '@helpkiosk/core';
import { count, id, locale, text, type JsonSchema } from './schemas/json-schema.js';

/** A value outside the body. */
export interface RouteParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** One route. All paths lie under the host's URL, `/v1` included. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{id}` for what is meant. */
  readonly path: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Method of the adapter that it serves, as in `supports`; null for the session. */
  readonly supports: keyof HelpAdapter | null;
  /**
   * `none`: public. `owner`: a JWT of the owner's as bearer, or nothing for an anonymous customer. `session`: the token of a session as bearer; hosts that
   * answer `POST /v1/session` with 404 have no sessions and take the request without. `claim`: the same, or the ticket's `HelpKiosk-Claim`.
   */
  readonly auth: 'none' | 'owner' | 'session' | 'claim';
  /** Needs `Idempotency-Key`. Every method but GET needs `HelpKiosk-Write: 1`. */
  readonly idempotent: boolean;
  /** Name of the body's schema; `bytes` for a raw body; null for none. */
  readonly request: string | null;
  /** Name of the answer's schema; null for none (204). With `stream`, of each event's data. */
  readonly response: string | null;
  /** HTTP status of a success. */
  readonly status: 200 | 201 | 204;
  /** Answers with an event stream. */
  readonly stream?: boolean;
  /** Name of the schema of the same as JSON, asked for with `Accept: application/json`. */
  readonly poll?: string;
  readonly parameters?: readonly RouteParameter[];
}

type Rest = Partial<Omit<Route, 'method' | 'path' | 'summary' | 'supports'>>;

const route = (
  method: Route['method'],
  path: string,
  supports: Route['supports'],
  summary: string,
  rest: Rest = {},
): Route => ({
  ...{ method, path: `/v1/${path}`, supports, summary, auth: 'session', idempotent: false, request: null },
  ...{ response: null, status: rest.response ? 200 : 204 },
  ...rest,
  ...(path.includes('{id}') ? { parameters: [idInPath, ...(rest.parameters ?? [])] } : {}),
});

const idInPath: RouteParameter = { name: 'id', in: 'path', required: true, schema: id('Of what is meant') };
const query = (name: string, schema: JsonSchema, required = false): RouteParameter => ({
  ...{ name, in: 'query', schema, required },
});
const header = (name: string, schema: JsonSchema, required = false): RouteParameter => ({
  ...{ name, in: 'header', schema, required },
});

const made = { status: 201, idempotent: true } as const;
const after = query('after', text('Id of the last event that was received', 200, 0));
const wait = query('wait', { ...count('Seconds that a long poll is held at most'), maximum: 60 });
const lastEventId = header('Last-Event-ID', text('The same, as browsers send it', 200, 0));
const claimHeader = header('HelpKiosk-Claim', text('Claim token of the ticket', 500));
const fileName = header('HelpKiosk-Name', text('File name, UTF-8, percent-encoded', 800), true);
const kinds = query('kinds', text('Kinds of results, commas between them: article, video, thread, action, ticket'));

/** Every route of the protocol, version 1. A host serves those whose `supports` is true in its status. */
export const routes: readonly Route[] = [
  route('GET', 'status', 'getServiceStatus', 'What the service is like now; with ETag and 304', {
    ...{ auth: 'none', response: 'ServiceStatus' },
    parameters: [query('locale', locale()), header('If-None-Match', text('ETag of an earlier answer'))],
  }),
  route('POST', 'session', null, 'Makes the customer known', {
    ...{ auth: 'owner', request: 'SessionRequest', response: 'Session' },
  }),
  route('POST', 'conversations', 'startConversation', 'Asks for a person', {
    ...{ ...made, request: 'HelpRequest', response: 'ConversationStarted' },
  }),
  route('GET', 'conversations/{id}', 'resumeConversation', 'A conversation as it is now', {
    ...{ response: 'ConversationSnapshot' },
  }),
  route('GET', 'conversations/{id}/events', 'watchConversation', 'What happens in it, as it happens', {
    ...{ response: 'ConversationEvent', stream: true, poll: 'EventList', parameters: [after, wait, lastEventId] },
  }),
  route('POST', 'conversations/{id}/messages', 'sendMessage', 'Says something', {
    ...{ ...made, request: 'MessageRequest', response: 'MessageSent' },
  }),
  route('POST', 'conversations/{id}/typing', 'setTyping', 'The customer is writing', { request: 'TypingRequest' }),
  route('POST', 'conversations/{id}/read', 'markRead', 'The customer has read', { request: 'ReadRequest' }),
  route('DELETE', 'conversations/{id}/queue', 'leaveQueue', 'Leaves the line'),
  route('POST', 'conversations/{id}/end', 'endConversation', 'Ends the conversation'),
  route('POST', 'uploads', 'upload', 'Takes a file; its type is in Content-Type', {
    ...{ ...made, request: 'bytes', response: 'Attachment', parameters: [fileName] },
  }),
  route('POST', 'tickets', 'submitTicket', 'Takes a ticket', {
    ...{ ...made, request: 'TicketRequest', response: 'TicketReceipt' },
  }),
  route('GET', 'tickets/{id}', 'getTicket', 'A ticket as it is now', {
    ...{ auth: 'claim', response: 'Ticket', parameters: [claimHeader] },
  }),
  route('POST', 'tickets/{id}/messages', 'replyToTicket', 'Says something about a ticket', {
    ...{ ...made, auth: 'claim', request: 'MessageRequest', response: 'MessageSent', parameters: [claimHeader] },
  }),
  route('POST', 'callbacks', 'requestCallback', 'Asks for a call', {
    ...{ ...made, request: 'CallbackRequest', response: 'CallbackReceipt' },
  }),
  route('POST', 'ratings', 'sendRating', 'Says how it was', { idempotent: true, request: 'RatingRequest' }),
  route('POST', 'events', 'report', 'Tells what happened in the widget', { auth: 'none', request: 'EventsRequest' }),
  route('GET', 'search', 'search', 'Finds articles where there are too many for a pack', {
    ...{ auth: 'none', response: 'SearchAnswer' },
    parameters: [
      query('q', text('What is searched for', 500), true),
      query('locale', locale(), true),
      query('limit', { ...count('At most so many', 1), maximum: 100 }),
      ...[kinds, query('cursor', text('From an earlier answer', 2000))],
    ],
  }),
  route('POST', 'actions/{id}', 'runAction', 'Does something for the customer', {
    ...{ idempotent: true, request: 'ActionRequest', response: 'ActionResult' },
  }),
  route('POST', 'answers', 'ask', 'Answers a question, piece by piece', {
    ...{ request: 'AnswerRequest', response: 'AnswerPart', stream: true },
  }),
];
