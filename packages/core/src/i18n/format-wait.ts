import type { WaitView } from '../contracts.js';
import type { Translator } from './format-message.js';
import type waiting from './messages/en/waiting.js';

/** The words of the view `waiting`. */
export type WaitingWords = typeof waiting;

/** A language, and its words. */
export interface Wording {
  readonly locale: string;
  readonly t: Translator<WaitingWords>;
}

/**
 * Where one stands and for how long: "3rd in line, about 4–7 min". Without a position that counts (1 and up) the time
 * alone; without a time that counts it says that the wait cannot be estimated.
 */
export function formatWait(view: WaitView, wording: Wording): string {
  const place = formatPlace(view.position, wording);
  const wait = formatWaitTime(view, wording);
  return place ? wording.t('wait.line', { place, wait }) : wait;
}

/** What one who would join now is told: "3rd in line, about 4–7 min", "nobody ahead, less than 1 min"; without a position that counts the time alone. */
export function formatOffer(view: WaitView, wording: Wording): string {
  const { position } = view;
  const wait = formatWaitTime(view, wording);
  if (!isPlace(position)) return wait;
  const place =
    position === 1
      ? wording.t('join.next')
      : wording.t(`join.place.${ordinalOf(position, wording.locale)}`, { position });
  return wording.t('wait.line', { place, wait });
}

/** The time alone: "about 4–7 min", "less than 1 min", "40 min to more than 1 h" for a range without an end, "more than 1 h", "the wait cannot be estimated now". */
export function formatWaitTime(
  { kind, fromMin, toMin }: Pick<WaitView, 'kind' | 'fromMin' | 'toMin'>,
  { t }: Wording,
): string {
  if (kind === 'soon') return t('wait.soon');
  const from = minutes(fromMin);
  const to = minutes(toMin);
  const isOpen = kind === 'range' && toMin === undefined && from > 0;
  if (kind === 'over' || isOpen) return from > 0 && from < 60 ? t('wait.fromOver', { from }) : t('wait.over');
  if (kind === 'unknown' || Number.isNaN(from) || !(to > 0) || from > to) return t('wait.unknown');
  if (from === 0) return t('wait.upTo', { to });
  return from === to ? t('wait.about', { to }) : t('wait.range', { from, to });
}

/** "You are next", "3rd in line"; empty for what is no position. */
export function formatPlace(position: number, { locale, t }: Wording): string {
  if (!isPlace(position)) return '';
  return position === 1 ? t('wait.next') : t(`wait.place.${ordinalOf(position, locale)}`, { position });
}

/** Why it has become longer; empty unless it has. */
export function formatWaitChange({ changed, reason }: Pick<WaitView, 'changed' | 'reason'>, { t }: Wording): string {
  if (changed !== 'up') return '';
  return t(reason ? `wait.risen.${reason}` : 'wait.risen');
}

const isPlace = (position: number): boolean => Number.isSafeInteger(position) && position >= 1;

/** Whole and not negative, else NaN. */
const minutes = (value: number | undefined): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : NaN;

function ordinalOf(position: number, locale: string): 'one' | 'two' | 'few' | 'other' {
  try {
    const rule = new Intl.PluralRules(locale, { type: 'ordinal' }).select(position);
    return rule === 'one' || rule === 'two' || rule === 'few' ? rule : 'other';
  } catch {
    return 'other';
  }
}
