import type { TimeWording, WaitView } from '@helpkiosk/core';

/** What of a view says how long. */
export type WaitSpan = Pick<WaitView, 'kind' | 'fromMin' | 'toMin'>;

/** The range as it is drawn large, without its unit; empty where there is none. */
export function figureOf({ kind, fromMin, toMin }: WaitSpan, { t }: TimeWording): string {
  if (kind === 'soon') return t('wait.big.soon');
  if (kind === 'unknown' || fromMin === undefined) return kind === 'over' ? t('wait.big.over', { from: 60 }) : '';
  if (kind === 'over' || toMin === undefined) return t('wait.big.over', { from: fromMin });
  if (fromMin === 0) return t('wait.big.upTo', { to: toMin });
  return fromMin === toMin ? String(toMin) : t('wait.big.range', { from: fromMin, to: toMin });
}
