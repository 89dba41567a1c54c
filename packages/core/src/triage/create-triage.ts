// What kind of help a question needs: words and shapes are clues, clues are summed, sums are held against limits. docs/triage.md has the model.
import type { Priority } from '../contracts.js';
import { findClues } from './find-clues.js';
import { findAttempts, findShape } from './find-shape.js';
import { foldText } from './fold-text.js';
import { languageOf } from './language-of.js';
import { readWords } from './read-words.js';
import { LIMITS, NEED_AT_START, NEED_LIMITS, NEED_OF_P1, THEMES } from './themes.js';
import type {
  Triage,
  TriageClue,
  TriageDecision,
  TriageLanguage,
  TriageSum,
  TriageTheme,
  TriageWords,
} from './triage-types.js';

/** So much of a text is read, in UTF-16 units. */
export const MAX_TRIAGE_TEXT = 4000;

/**
 * Makes a `Triage` of what is known of some languages and of the host's own words, which count in every language; weights of
 * these may be negative, and what is not as `TriageWords` tells is left out. Making it costs some milliseconds, using it less than one.
 */
export function createTriage(languages: readonly TriageLanguage[], ownWords: TriageWords = {}): Triage {
  const traditional = languages.map((known) => known.traditional ?? '').join('');
  const finders = readWords(languages.map(({ words }) => words));
  const ownFinders = readWords([ownWords], traditional);
  return (request, { peak = false } = {}) => {
    const text = [request.subject, request.text].filter(Boolean).join('\n').slice(0, MAX_TRIAGE_TEXT);
    const folded = foldText(text, traditional);
    const language = languageOf(folded, request.locale);
    const languageCovered = languages.some((known) => known.language === language);
    const clues = [
      ...findClues(folded, text, languageCovered ? [...finders, ...ownFinders] : ownFinders),
      ...(languageCovered ? findShape(text) : []),
      ...findAttempts(request.context),
      ...clueOfChoice(request.priority),
    ];
    return {
      ...decide(clues, { peak: peak && languageCovered, chosen: request.priority }),
      peak,
      languageCovered,
      clues,
      overridden: [],
    };
  };
}

/** A priority that was chosen, as a clue: it is the least that comes out, whatever else is said. */
function clueOfChoice(priority: Priority | undefined): TriageClue[] {
  if (priority === 'p0') return [{ what: 'chosen-priority', sum: 'danger', weight: LIMITS.p0, words: [] }];
  if (priority === 'p1') return [{ what: 'chosen-priority', sum: 'urgency', weight: LIMITS.p1, words: [] }];
  return [];
}

function decide(
  clues: readonly TriageClue[],
  { peak, chosen }: { peak: boolean; chosen: Priority | undefined },
): Pick<TriageDecision, 'route' | 'priority' | 'mood' | 'sums'> {
  const sums = sumUp(clues);
  const isP0 = sums.danger >= LIMITS.p0 || chosen === 'p0';
  const isP1 = !isP0 && (sums.urgency >= LIMITS.p1 || chosen === 'p1');
  const mood = sums.upset >= LIMITS.upset ? 'upset' : 'calm';
  const need = sums.need + (isP1 ? NEED_OF_P1 : 0);
  const limits = NEED_LIMITS[peak ? 'peak' : 'calm'];
  const isHard = isP0 || mood === 'upset' || sums.complexity >= LIMITS.complex || (isP1 && !peak);
  return {
    route: isHard || need >= limits.people ? 'people' : need >= limits.suggest ? 'suggest' : 'self-service',
    priority: isP0 ? 'p0' : isP1 ? 'p1' : 'normal',
    mood,
    sums: { ...sums, need },
  };
}

/** Adds up what each theme gives, every theme up to its cap. */
function sumUp(clues: readonly TriageClue[]): Record<TriageSum, number> {
  const sums = { danger: 0, urgency: 0, upset: 0, complexity: 0, need: NEED_AT_START };
  const themes = new Map<TriageClue['what'], { sum: TriageSum; weight: number }>();
  for (const { what, sum, weight } of clues)
    themes.set(what, { sum, weight: (themes.get(what)?.weight ?? 0) + weight });
  for (const [what, { sum, weight }] of themes) {
    const cap = Object.hasOwn(THEMES, what) ? THEMES[what as TriageTheme][1] : Infinity;
    sums[sum] += Math.max(-cap, Math.min(cap, weight));
  }
  return sums;
}
