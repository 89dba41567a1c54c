import type { HandoffContext, OutboxBlob, OutboxItem, TicketForm } from '../contracts.js';
import { own } from '../status/read-figures.js';
import { contextParts, type ContextPart } from './context-parts.js';
import { readDraft } from './keep-draft.js';
import { EMPTY_DRAFT, type TicketBody, type TicketDraft } from './ticket-types.js';

/** The context without what was taken out; undefined when nothing is left. */
export function contextWithout(context: HandoffContext, without: readonly string[]): HandoffContext | undefined {
  const left = contextParts(context).filter(({ id }) => !without.includes(id));
  if (!left.length) return undefined;
  const valuesOf = (kind: ContextPart['kind']): string[] =>
    left.filter((part) => part.kind === kind).map(({ value }) => value);
  const [pageUrl] = valuesOf('page');
  const [appVersion] = valuesOf('version');
  const facts = left.flatMap(({ kind, name, value }) => (kind === 'fact' ? [[name!, value] as const] : []));
  return {
    searches: valuesOf('search'),
    articles: valuesOf('article'),
    ...(pageUrl ? { pageUrl } : {}),
    ...(appVersion ? { appVersion } : {}),
    ...(facts.length ? { facts: Object.fromEntries(facts) } : {}),
  };
}

/** What a draft is sent as, and its blobs in their order. A ticket without a text has its subject for one. */
export function bodyOf(
  draft: TicketDraft,
  { form, locale, context }: { form: TicketForm | null; locale: string; context: HandoffContext },
): { body: TicketBody; blobs: readonly OutboxBlob[] } {
  const email = draft.email.trim();
  const known = form?.fields ?? [];
  const values = known.flatMap(({ id }) => {
    const value = (draft.fields[id] ?? '').trim();
    return value ? [[id, value] as const] : [];
  });
  const files = draft.files.filter(({ field }) => !field || known.some(({ id }) => id === field));
  const along = contextWithout(context, draft.without);
  return {
    body: {
      locale,
      subject: draft.subject.trim(),
      text: draft.text.trim() || draft.subject.trim(),
      priority: draft.priority,
      ...(form ? { formId: form.id, topic: form.id } : {}),
      ...(values.length ? { fields: Object.fromEntries(values) } : {}),
      ...(email ? { customer: { email } } : {}),
      ...(along ? { context: along } : {}),
      blobFields: files.map(({ field }) => field ?? null),
      blobNames: files.map(({ name }) => name),
    },
    blobs: files.map(({ name, type, data }) => ({ name, type: type || 'application/octet-stream', data })),
  };
}

/** A body that the outbox kept; null for what is none. */
export function readBody(given: unknown): TicketBody | null {
  const text = own(given, 'text');
  const names = own(given, 'blobNames');
  const fields = own(given, 'blobFields');
  if (typeof text !== 'string' || typeof own(given, 'locale') !== 'string') return null;
  return {
    ...(given as TicketBody),
    blobNames: Array.isArray(names) ? names.filter((each): each is string => typeof each === 'string') : [],
    blobFields: Array.isArray(fields) ? fields.map((each) => (typeof each === 'string' ? each : null)) : [],
  };
}

/** The draft that a body came from, without its files: those stay with the item. */
export function draftOfItem(item: Pick<OutboxItem, 'body'>): TicketDraft {
  const body = readBody(item.body);
  if (!body) return EMPTY_DRAFT;
  const subject = body.subject ?? body.text;
  const draft = readDraft({
    ...body,
    subject,
    text: body.text === subject ? '' : body.text,
    email: body.customer?.email ?? '',
    files: [],
  });
  return draft ?? EMPTY_DRAFT;
}
