// What a host offers beside conversations: its forms, actions and times for a call. Outside data, read member by member; what is not understood is left out.
import { copyPlain } from '../adapter/copy-plain.js';
import type { ActionForm, FormField, ServiceStatus, TicketForm } from '../contracts.js';
import { figure, instant, own } from '../status/read-figures.js';

export interface Offers {
  readonly forms: readonly TicketForm[];
  readonly actions: readonly ActionForm[];
  readonly slots: readonly { readonly at: number; readonly durationMs: number }[];
  /** What is served, by method; null: nothing is known yet. */
  readonly supports: ServiceStatus['supports'] | null;
  /** As the host sent them, for promises while it cannot be asked; whoever reads them checks them. */
  readonly hours?: unknown;
  readonly replyPolicy?: unknown;
}

/** Before anything was heard. */
export const NO_OFFERS: Offers = { forms: [], actions: [], slots: [], supports: null };

const MOST_FORMS = 30;
const MOST_FIELDS = 30;
const MOST_CHOICES = 200;
const MOST_SLOTS = 100;
const LONGEST_ID = 200;
const LONGEST_TEXT = 500;
const KINDS: readonly FormField['kind'][] = ['text', 'longtext', 'choice', 'date', 'file', 'email', 'phone'];

/** Reads them out of a status, or out of what `readOffers` gave before. Never throws. */
export function readOffers(status: unknown): Offers {
  try {
    const given = copyPlain(status);
    return {
      forms: listOf(own(given, 'forms'), MOST_FORMS).flatMap(readForm),
      actions: listOf(own(given, 'actions'), MOST_FORMS).flatMap(readAction),
      slots: listOf(own(given, 'slots') ?? own(given, 'callbackSlots'), MOST_SLOTS).flatMap(readSlot),
      supports: readSupports(own(given, 'supports')),
      hours: own(given, 'hours'),
      replyPolicy: own(given, 'replyPolicy'),
    };
  } catch {
    return NO_OFFERS;
  }
}

function readForm(given: unknown): TicketForm[] {
  const id = idOf(own(given, 'id'));
  const topic = textsOf(own(given, 'topic'));
  return id && topic ? [{ id, topic, fields: fieldsOf(given) }] : [];
}

function readAction(given: unknown): ActionForm[] {
  const id = idOf(own(given, 'id'));
  const title = textsOf(own(given, 'title'));
  const keywords = listOf(own(given, 'keywords'), MOST_CHOICES).flatMap((word) => textOf(word) ?? []);
  return id && title ? [{ id, title, keywords, fields: fieldsOf(given) }] : [];
}

const fieldsOf = (given: unknown): FormField[] => listOf(own(given, 'fields'), MOST_FIELDS).flatMap(readField);

function readField(given: unknown): FormField[] {
  const id = idOf(own(given, 'id'));
  const label = textsOf(own(given, 'label'));
  const kind = KINDS.find((each) => each === own(given, 'kind'));
  if (!id || !label || !kind) return [];
  const help = textsOf(own(given, 'help'));
  const choices = listOf(own(given, 'choices'), MOST_CHOICES).flatMap((choice) => {
    const value = idOf(own(choice, 'value'));
    const name = textsOf(own(choice, 'label'));
    return value && name ? [{ value, label: name }] : [];
  });
  if (kind === 'choice' && !choices.length) return [];
  return [
    {
      ...{ id, kind, label },
      ...(own(given, 'required') === true ? { required: true } : {}),
      ...(kind === 'choice' ? { choices } : {}),
      ...(help ? { help } : {}),
    },
  ];
}

function readSlot(given: unknown): { at: number; durationMs: number }[] {
  const at = instant(own(given, 'at'));
  const durationMs = figure(own(given, 'durationMs'), 86_400_000, 1);
  return at !== null && at > 0 && durationMs !== null ? [{ at, durationMs }] : [];
}

function readSupports(given: unknown): Offers['supports'] {
  if (Object(given) !== given || Array.isArray(given)) return null;
  return Object.fromEntries(Object.entries(given as object).filter(([, value]) => typeof value === 'boolean'));
}

function textsOf(given: unknown): Readonly<Record<string, string>> | null {
  if (Object(given) !== given || Array.isArray(given)) return null;
  const texts = Object.entries(given as object).flatMap(([locale, value]) => {
    const text = textOf(value);
    return text ? [[locale, text] as const] : [];
  });
  return texts.length ? Object.fromEntries(texts) : null;
}

const listOf = (value: unknown, most: number): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]).slice(0, most) : [];

const idOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? value : null;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, LONGEST_TEXT) : null;
