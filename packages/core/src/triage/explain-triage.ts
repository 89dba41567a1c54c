import type { TriageClue, TriageDecision, TriageShape, TriageSpan, TriageSum, TriageTheme } from './triage-types.js';

/** One line of an explanation: the words, what they are about, and what they added to which sum. */
export interface TriageReason {
  what: TriageTheme | TriageShape | 'peak' | 'language-not-covered' | 'host';
  /** Empty for what no words tell. */
  words: readonly TriageSpan[];
  /** 0: it was seen and added nothing ("not urgent"), or it moved a limit or the decision itself. */
  weight: number;
  sum?: TriageSum;
  /** Of `host`: what it decided in our place. */
  changed?: TriageDecision['overridden'];
}

/**
 * Why a decision is as it is, the weightiest reason first: for the console, an agent's screen or a log, never for the customer. Clues of one kind
 * are one reason. Without any reason the list is empty: nothing stood out, and the question goes the middle way.
 */
export function explainTriage(decision: TriageDecision): TriageReason[] {
  const reasons: TriageReason[] = [];
  if (decision.overridden.length > 0)
    reasons.push({ what: 'host', words: [], weight: 0, changed: decision.overridden });
  if (!decision.languageCovered) reasons.push({ what: 'language-not-covered', words: [], weight: 0 });
  if (decision.peak) reasons.push({ what: 'peak', words: [], weight: 0 });
  return [...reasons, ...reasonsOf(decision.clues)];
}

function reasonsOf(clues: readonly TriageClue[]): TriageReason[] {
  const kinds = new Map<string, TriageReason>();
  for (const { what, sum, weight, words } of clues) {
    const kind = `${what} ${weight === 0 ? 'denied' : Math.sign(weight)}`;
    const before = kinds.get(kind) ?? { what, sum, weight: 0, words: [] };
    kinds.set(kind, { ...before, weight: before.weight + weight, words: [...before.words, ...words] });
  }
  return [...kinds.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
