// How tickets and promises are put into words, apart from how they are drawn: each half is a file of its own on the wire.
import {
  createReplyPromise,
  MOST_FILE_BYTES,
  MOST_FILES,
  openStatusHours,
  parseReplyPolicy,
  type FieldProblem,
  type HelpConfig,
  type Offers,
  type OfficeHours,
  type Priority,
  type ReplyPolicy,
  type ReplyRule,
} from '@helpkiosk/core';
import type { DeskWords } from './ticket-tools.js';

export { createTimeWording, formatPromise } from '@helpkiosk/core';

/** What is promised to one who asks now. */
export interface Promised {
  /** null: nothing can be promised. */
  replyBy: number | null;
  /** "Reply within 2 h"; empty without a rule. */
  rule: string;
  deskZone?: string;
}

export type Promises = (priority: Priority, now: number) => Promised;

/** Promises by the host's rules and hours, as they were heard last, else by the owner's. Never throws. */
export function createPromises(
  { hours, replyPolicy }: Pick<Offers, 'hours' | 'replyPolicy'>,
  config: Pick<HelpConfig, 'hours' | 'replyPolicy'>,
  words: DeskWords,
): Promises {
  const read = openStatusHours({ hours }, config.hours, { language: words.locale });
  const policy = readPolicy(replyPolicy) ?? readPolicy(config.replyPolicy);
  const { deskZone } = read;
  const promise = policy && read.hours && createReplyPromise(policy, read.hours);
  return (priority, now) => ({
    replyBy: promise ? promise(priority, now).replyBy : null,
    rule: policy && read.hours ? wordRule(ruleAt(policy, read.hours, priority, now), words) : '',
    ...(deskZone ? { deskZone } : {}),
  });
}

const ruleAt = (policy: ReplyPolicy, hours: OfficeHours, priority: Priority, now: number): ReplyRule =>
  (hours.isOpen(now) ? undefined : policy.whenClosed?.[priority]) ?? policy[priority];

function readPolicy(given: unknown): ReplyPolicy | null {
  try {
    return given ? parseReplyPolicy(given) : null;
  } catch {
    return null; // told where the status is read
  }
}

function wordRule(rule: ReplyRule, { t, span }: DeskWords): string {
  if (rule.basis === 'next-working-day') return t('ticket.rule.day');
  return t(rule.basis === 'clock' ? 'ticket.rule.clock' : 'ticket.rule.business', {
    span: span(rule.minutes * 60_000),
  });
}

/** "by 12:42", "by tomorrow 18:00"; empty where nothing can be promised. */
export const wordBy = ({ replyBy }: Promised, now: number, words: DeskWords): string =>
  replyBy === null ? '' : words.t('ticket.by', { time: words.when(replyBy, now) });

/** What is wrong, in a sentence; `label` is the name of the field. */
export function wordProblem({ why, message }: FieldProblem, label: string, { t, locale }: DeskWords): string {
  switch (why) {
    case 'host':
      return message || t('ticket.problem.host');
    case 'too-many':
      return t('ticket.problem.too-many', { count: MOST_FILES });
    case 'too-big':
      return t('ticket.problem.too-big', { name: message ?? '', size: wordSize(MOST_FILE_BYTES, locale) });
    case 'type':
    case 'empty':
      return t(`ticket.problem.${why}`, { name: message ?? '' });
    case 'required':
      return t('ticket.problem.required', { label });
    default:
      return t(`ticket.problem.${why}`);
  }
}

/** "1.8 MB", "340 kB". */
export function wordSize(bytes: number, locale: string): string {
  const mega = bytes >= 1e6;
  const value = mega ? bytes / (1024 * 1024) : Math.max(1, bytes / 1024);
  const unit = mega ? 'megabyte' : 'kilobyte';
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: mega ? 1 : 0,
  }).format(value);
}
