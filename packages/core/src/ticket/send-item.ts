import type { AdapterRunner } from '../adapter/adapter-runner.js';
import {
  readCallback,
  readReceipt,
  readSentMessage,
  readUpload,
  type PlannedCallback,
  type ReadMessage,
} from '../adapter/read-ticket-answers.js';
import type { AdapterMethod } from '../adapter/adapter-runner.js';
import type { OutboxItem, OutboxSend } from '../contracts.js';
import { HelpError, isHelpError } from '../errors.js';
import { own } from '../status/read-figures.js';
import { OUTBOX_LIFE_MS } from '../outbox/outbox-item.js';
import { readBody } from './ticket-body.js';
import type { KeptTicket } from './ticket-types.js';

/** What comes of an item, told before the outbox lets go of it: what is kept of it must be kept by then. */
export interface SendPorts {
  runner: AdapterRunner;
  now(): number;
  /** The claim of a ticket, kept beside it and never in the outbox. */
  claimOf(ticketId: string): string | undefined;
  onReceipt(ticket: KeptTicket): Promise<void>;
  onMessage(ticketId: string, message: ReadMessage): Promise<void> | void;
  onCallback(key: string, callback: PlannedCallback): Promise<void> | void;
  onRated(key: string, score: number): Promise<void> | void;
  /** How much of the files has gone, 0 to 1. */
  onProgress(key: string, share: number): void;
  /** The host has named what is wrong, in `problems`; it is told again by the item's `lastError`. */
  onRefused(key: string, problems: unknown): Promise<void>;
}

type Item = Parameters<OutboxSend>[0];
type Options = Parameters<OutboxSend>[1];

/**
 * The outbox's way to the host: files first, each under `KEY/n`, then the item itself under its key, so that a host answers what is sent twice as it did the first
 * time. Rejects as the adapter does, with `adapter-bad-answer` for an answer without its essentials.
 */
export function createSend(ports: SendPorts): OutboxSend {
  return async (item, options) => {
    try {
      return await sendOne(item, options, ports);
    } catch (error) {
      if (isHelpError(error) && !error.retryable) await ports.onRefused(item.key, error.details.problems);
      throw error;
    }
  };
}

async function sendOne(item: Item, options: Options, ports: SendPorts): Promise<unknown> {
  const { key, kind, body } = item;
  const attachments = await uploadAll(item, options, ports);
  const call = (method: AdapterMethod, input: object): Promise<unknown> =>
    ports.runner.call(method, { ...input, key }, { signal: options.signal, timeoutMs: Infinity }); // the outbox has a limit of its own
  switch (kind) {
    case 'ticket':
      return sendTicket(item, attachments, call, ports);
    case 'message': {
      const { ticketId, text } = Object(body) as { ticketId: string; text: string };
      const claimToken = ports.claimOf(ticketId);
      const answer = await call('replyToTicket', {
        ticketId,
        text,
        ...(claimToken ? { claimToken } : {}),
        ...some(attachments),
      });
      return ports.onMessage(ticketId, readSentMessage(answer, 'replyToTicket'));
    }
    case 'callback':
      return ports.onCallback(key, readCallback(await call('requestCallback', Object(body) as object)));
    case 'rating':
      await call('sendRating', Object(body) as object);
      return ports.onRated(key, Number(own(body, 'score')));
  }
}

async function sendTicket(
  { key, body: given }: Item,
  attachments: readonly string[],
  call: (method: AdapterMethod, input: object) => Promise<unknown>,
  ports: SendPorts,
): Promise<void> {
  const body = readBody(given);
  if (!body) throw new HelpError('internal', { reason: 'no ticket' });
  const { blobFields, blobNames, fields = {}, ...request } = body;
  const filled: Record<string, unknown> = { ...fields };
  const loose: string[] = [];
  attachments.forEach((id, place) => {
    const field = blobFields[place];
    if (!field) return void loose.push(id);
    filled[field] = field in filled ? `${String(filled[field])},${id}` : id;
  });
  const hasFields = Object.keys(filled).length > 0;
  const answer = await call('submitTicket', { ...request, ...(hasFields ? { fields: filled } : {}), ...some(loose) });
  const { ticketId, replyBy, claimToken } = readReceipt(answer);
  await ports.onReceipt({
    ...{ key, ticketId, replyBy, sentAt: ports.now() },
    subject: body.subject ?? body.text,
    text: body.text,
    priority: body.priority ?? 'normal',
    email: body.customer?.email ?? '',
    files: blobNames.length,
    ...(claimToken ? { claimToken } : {}),
  });
}

/** The ids of the files on the host, in their order. */
async function uploadAll(
  { key, blobs }: Item,
  { signal, progress }: Options,
  { runner, onProgress }: SendPorts,
): Promise<readonly string[]> {
  const whole = blobs.reduce((sum, { data }) => sum + data.size, 0) || 1;
  const ids: string[] = [];
  let gone = 0;
  for (const [place, { name, type, data }] of blobs.entries()) {
    const tell = (share: number): void => {
      progress();
      onProgress(key, Math.min(1, (gone + Math.max(0, Math.min(1, share || 0)) * data.size) / whole));
    };
    tell(0);
    const input = { key: `${key}/${place}`, name, type, data, progress: tell };
    ids.push(readUpload(await runner.call('upload', input, { signal, timeoutMs: Infinity })).id);
    gone += data.size;
    tell(0);
  }
  return ids;
}

const some = (attachments: readonly string[]): { attachments?: readonly string[] } =>
  attachments.length ? { attachments } : {};

/** Whether an item was given up for its age. */
export const isExpired = (item: Pick<OutboxItem, 'state' | 'createdAt'>, now: number): boolean =>
  item.state === 'dead' && now - item.createdAt > OUTBOX_LIFE_MS;
