// What triage takes and gives. The model behind it: docs/triage.md.
import type { HelpRequest, Priority } from '../contracts.js';

/** Where a question goes. `suggest`: an answer is offered first, and the customer confirms or declines it before a hand-off. */
export type TriageRoute = 'self-service' | 'suggest' | 'people';

/** The sums that decide. Each starts at 0, `need` at 1. */
export type TriageSum = 'danger' | 'urgency' | 'upset' | 'complexity' | 'need';

/** What a clue is about; lists of words carry these names. docs/triage.md says what each means and which sum it counts for. */
export type TriageTheme =
  | 'safety'
  | 'takeover'
  | 'outage'
  | 'everyone'
  | 'travel'
  | 'within-hours'
  | 'urgent'
  | 'deadline'
  | 'occasion'
  | 'money'
  | 'legal'
  | 'stuck'
  | 'patience'
  | 'anger'
  | 'sarcasm'
  | 'history'
  | 'several'
  | 'delicate'
  | 'person'
  | 'trouble'
  | 'how-to'
  | 'in-advance';

/** Clues that no word gives: how something is written, what was done before, and a priority that was chosen. */
export type TriageShape = 'shouting' | 'long' | 'brief' | 'questions' | 'looked-before' | 'chosen-priority';

/**
 * Lists of words: theme -> weight -> entries, parted by `|`. In an entry `*` stands for any further letters, `#` for a number,
 * `…` for up to a few words of the same sentence, `(a/b)` for either, an apostrophe may be left out; case does not count.
 * A slash, a bar and a paren have no other meaning.
 * Traditional characters are read as simplified ones only as far as our own words need it: write others in both.
 */
export type TriageWords = Readonly<Partial<Record<TriageTheme, Readonly<Record<number, string>>>>>;

/** Words of a text, as they stand there. `start` and `end` count UTF-16 units of `text` in the request (with a subject: see `Triage`). */
export interface TriageSpan {
  text: string;
  start: number;
  end: number;
}

/** One reason: what it is about, the words, what it adds to which sum. 0 when the words are denied ("not urgent"). */
export interface TriageClue {
  what: TriageTheme | TriageShape;
  sum: TriageSum;
  weight: number;
  words: readonly TriageSpan[];
}

/** What triage knows of a language. `traditional`: characters that are read as others, each followed by the one that the words have. */
export interface TriageLanguage {
  language: 'en' | 'zh';
  words: TriageWords;
  traditional?: string;
}

/** What triage reads of a request: the text counts most, `subject` is read with it, `priority` is the least that comes out. */
export type TriageRequest = Pick<HelpRequest, 'text' | 'locale'> &
  Partial<Pick<HelpRequest, 'subject' | 'priority' | 'context'>>;

/** What else decides. */
export interface TriageOptions {
  /** Many wait: the limits shift towards self-service, never for what is p0, complex or upset. Default false. */
  peak?: boolean;
}

/**
 * Decides where a request goes, how urgent it is, and how the customer feels. Pure; never throws. It reads the subject, a line
 * break and the text, the first 4,000 UTF-16 units of the three: the places of words count in that. `priority` of the request is the
 * least that comes out. A text in a language without words is not judged: at any load it gives `suggest`,
 * `normal`, `calm`, unless the host's own words, a chosen priority or what was looked at before say more.
 */
export type Triage = (request: TriageRequest, options?: TriageOptions) => TriageDecision;

/** Made for routing. Never shown to the customer as a label. */
export interface TriageDecision {
  route: TriageRoute;
  priority: Priority;
  mood: 'calm' | 'upset';
  peak: boolean;
  /** False: no list of words for the language of the text, which was not judged. */
  languageCovered: boolean;
  sums: Readonly<Record<TriageSum, number>>;
  clues: readonly TriageClue[];
  /** What the host changed. */
  overridden: readonly ('route' | 'priority' | 'mood')[];
}
