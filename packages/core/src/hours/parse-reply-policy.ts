import type { Priority, Problem, ReplyPolicy, ReplyRule } from '../contracts.js';
import { HelpError } from '../errors.js';

const PRIORITIES: readonly Priority[] = ['p0', 'p1', 'normal'];

/**
 * Reply rules from outside, read own property by own property into fresh ones. Throws HelpError `config-invalid` whose
 * `details.problems` name every problem with its path: `whenClosed.p0`. Minutes are 0 or more.
 */
export function parseReplyPolicy(input: unknown): ReplyPolicy {
  const problems: Problem[] = [];
  const read = (holder: unknown, priorities: readonly Priority[], path: string) =>
    Object.fromEntries(
      priorities.map((priority) => {
        const rule = readRule(own(holder, priority));
        if (!rule)
          problems.push({
            path: path + priority,
            message: 'expected {"basis": "clock" or "business", "minutes": 0 or more} or {"basis": "next-working-day"}',
          });
        return [priority, rule];
      }),
    );
  const closed = own(input, 'whenClosed');
  if (closed !== undefined && Object(closed) !== closed)
    problems.push({ path: 'whenClosed', message: 'expected reply rules by priority' });
  const policy = {
    ...read(input, PRIORITIES, ''),
    whenClosed: read(
      closed,
      PRIORITIES.filter((priority) => own(closed, priority) !== undefined),
      'whenClosed.',
    ),
  };
  if (problems.length) throw new HelpError('config-invalid', { problems });
  return policy as ReplyPolicy;
}

function readRule(input: unknown): ReplyRule | null {
  const basis = own(input, 'basis');
  const minutes = own(input, 'minutes');
  const by = own(input, 'by') ?? 'close';
  if (basis === 'next-working-day') return by === 'open' || by === 'close' ? { basis, by } : null;
  const isTime = typeof minutes === 'number' && minutes >= 0 && minutes < Infinity;
  return (basis === 'clock' || basis === 'business') && isTime ? { basis, minutes } : null;
}

const own = (value: unknown, member: string): unknown =>
  Object(value) === value && Object.hasOwn(value as object, member)
    ? (value as Record<string, unknown>)[member]
    : undefined;
