import type { TriageSum, TriageTheme } from './triage-types.js';

/** Theme -> the sum that it counts for, and how far it may move it, however often it is named. */
export const THEMES: Readonly<Record<TriageTheme, readonly [sum: TriageSum, cap: number]>> = {
  safety: ['danger', 6],
  takeover: ['danger', 6],
  outage: ['danger', 5],
  everyone: ['danger', 3],
  travel: ['danger', 5],
  'within-hours': ['danger', 3],
  urgent: ['urgency', 3],
  deadline: ['urgency', 3],
  occasion: ['urgency', 1],
  money: ['urgency', 3],
  legal: ['urgency', 3],
  stuck: ['urgency', 3],
  patience: ['urgency', 4],
  anger: ['upset', 6],
  sarcasm: ['upset', 3],
  history: ['complexity', 4],
  several: ['complexity', 3],
  delicate: ['complexity', 3],
  person: ['need', 6],
  trouble: ['need', 2],
  'how-to': ['need', 3],
  'in-advance': ['danger', 6],
};

/** The sum from which each decision falls; docs/triage.md tells why. */
export const LIMITS = { p0: 5, p1: 3, upset: 3, complex: 3 } as const;

/** Limits of `need`: from `suggest` on an answer is offered first, from `people` on nothing stands between. */
export const NEED_LIMITS = { calm: { suggest: 1, people: 4 }, peak: { suggest: 3, people: 6 } } as const;

/** What a question that tells nothing else needs. */
export const NEED_AT_START = 1;

/** What p1 adds to `need`. */
export const NEED_OF_P1 = 3;
