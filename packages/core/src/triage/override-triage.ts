import type { TriageDecision } from './triage-types.js';

const ALLOWED = {
  route: ['self-service', 'suggest', 'people'],
  priority: ['p0', 'p1', 'normal'],
  mood: ['calm', 'upset'],
} as const;

/**
 * The decision with what the host decided in its place. The answer is outside data: of an object the own properties `route`, `priority` and `mood`
 * count where their values are ours; all else is left out. `overridden` names what differs from our decision; an answer
 * that changes nothing gives the same object back.
 */
export function overrideTriage(decision: TriageDecision, answer: unknown): TriageDecision {
  if (typeof answer !== 'object' || answer === null) return decision;
  const values = new Map<'route' | 'priority' | 'mood', unknown>();
  for (const name of ['route', 'priority', 'mood'] as const) {
    const value: unknown = Object.hasOwn(answer, name) ? Reflect.get(answer, name) : undefined;
    if (value !== decision[name] && (ALLOWED[name] as readonly unknown[]).includes(value)) values.set(name, value);
  }
  if (values.size === 0) return decision;
  const overridden = [...new Set([...decision.overridden, ...values.keys()])];
  return { ...decision, ...Object.fromEntries(values), overridden };
}
