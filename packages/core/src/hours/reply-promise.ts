import type { OfficeHours, Priority, ReplyPolicy, ReplyRule } from '../contracts.js';
import { HORIZON_DAYS } from './office-hours.js';
import { parseReplyPolicy } from './parse-reply-policy.js';
import { DAY_MS, isInstant, MINUTE_MS } from './zone.js';

const PATIENCE_MS = 10 * 365 * DAY_MS;

/** By when a request of a priority is answered; null where nothing can be promised. `basis` is that of the rule that was used. */
export type ReplyPromise = (
  priority: Priority,
  receivedAt: number,
) => { replyBy: number | null; basis: ReplyRule['basis'] };

/**
 * What is promised for a request of a priority, by the owner's rules and hours. While the office is closed the rule of
 * `whenClosed` holds, where there is one. `replyBy` is null for an instant that is none, for a desk that never opens, for
 * a promise by closing where the desk never closes, and for business time that would not have passed within ten years.
 * Throws HelpError `config-invalid` for a policy that is none.
 */
export function createReplyPromise(policy: ReplyPolicy, hours: OfficeHours): ReplyPromise {
  const rules = parseReplyPolicy(policy);
  return (priority, receivedAt) => {
    const night = hours.isOpen(receivedAt) ? undefined : rules.whenClosed?.[priority];
    const rule = night ?? rules[priority];
    return { replyBy: isInstant(receivedAt) ? dueAt(rule, receivedAt, hours) : null, basis: rule.basis };
  };
}

function dueAt(rule: ReplyRule, receivedAt: number, hours: OfficeHours): number | null {
  if ('minutes' in rule) {
    const givenMs = rule.minutes * MINUTE_MS;
    return rule.basis === 'clock' ? receivedAt + givenMs : afterOpenTime(receivedAt, givenMs, hours);
  }
  const day = hours.nextWorkingDay(receivedAt);
  if (!day || rule.by === 'open') return day && day.openAt;
  return hours.isOpen(receivedAt) && hours.nextChange(receivedAt) === null && neverCloses(day, hours)
    ? null
    : day.closeAt;
}

/** When so much open time has passed; what fills a stretch exactly is due at its end. */
function afterOpenTime(from: number, openMs: number, hours: OfficeHours): number | null {
  let left = openMs;
  for (let at = from; at - from < PATIENCE_MS;) {
    const { open, closesAt, opensAt } = hours.state(at);
    const until = open ? (closesAt ?? at + HORIZON_DAYS * DAY_MS) : opensAt;
    if (until === null) return null;
    if (open && at + left <= until) return at + left;
    if (open) left -= until - at;
    else if (left === 0) return until;
    at = until;
  }
  return null;
}

/** Whether every working day of the first desk ends where the next one begins: other desks alone may have kept the office open. */
function neverCloses(first: { openAt: number; closeAt: number }, hours: OfficeHours): boolean {
  const until = first.openAt + HORIZON_DAYS * DAY_MS;
  for (let day = first; day.closeAt < until;) {
    const next = hours.nextWorkingDay(day.openAt);
    if (!next || next.openAt > day.closeAt) return false;
    day = next;
  }
  return true;
}
