import type { ReadNotice } from '../status/notices.js';
import type { ServiceFacts } from '../status/service-facts.js';
import type { LoadHour } from '../status/week-load.js';
import type { Wording } from './format-wait.js';
import type { TimeWording } from './time-wording.js';

/** When it is said, and for which desk: its zone is named where its clocks differ from the reader's. */
export interface Moment {
  now: number;
  deskZone?: string;
}

/** "Open · closes 22:00", "Closed · opens tomorrow 08:00", "Open around the clock", or that it is not known. */
export function formatOpenness(
  facts: Pick<ServiceFacts, 'state' | 'closesAt' | 'opensAt' | 'alwaysOpen'>,
  words: TimeWording,
  { now, deskZone }: Moment,
): string {
  const { state, closesAt, opensAt, alwaysOpen } = facts;
  const { t } = words;
  if (state === 'unknown') return t('status.unknown');
  if (state === 'open' && alwaysOpen) return t('status.open.always');
  const change = state === 'closed' ? opensAt : closesAt;
  const time = change === null ? '' : words.whenAtDesk(change, now, deskZone);
  return time ? t(`status.${state}.until`, { time }) : t(`status.${state}`);
}

/** "4 agents online"; empty where it is not known. */
export function formatAgents({ agents }: Pick<ServiceFacts, 'agents'>, { t }: Wording): string {
  if (!agents) return '';
  return agents.online ? t('status.agents', { count: agents.online }) : t('status.agents.none');
}

/** "As of 2 min ago", "As of now" below a minute; empty where there is no status. */
export function formatAge({ ageMs }: Pick<ServiceFacts, 'ageMs'>, words: TimeWording): string {
  if (ageMs === null) return '';
  return ageMs < 60_000 ? words.t('status.age.now') : words.t('status.age', { span: words.span(ageMs) });
}

/** "36 of the last 40 waited within what we said"; empty under 20 samples. */
export function formatAccuracy({ accuracy }: Pick<ServiceFacts, 'accuracy'>, { t }: Wording): string {
  return accuracy ? t('wait.accuracy', { within: accuracy.withinP90, samples: accuracy.samples }) : '';
}

/** "Usually quietest tomorrow 14:00 to 15:00"; empty without an hour. */
export function formatBestTime(best: LoadHour | undefined, words: TimeWording, now: number): string {
  if (!best) return '';
  const to = words.clock(best.endAt);
  return best.at <= now
    ? words.t('load.best.now', { to })
    : words.t('load.best', { from: words.when(best.at, now), to });
}

/** "Next news: 14:30", or that it is overdue; empty where none was announced. */
export function formatNextNews(notice: ReadNotice, words: TimeWording, now: number): string {
  if (notice.nextNewsAt === null) return '';
  return words.t(notice.newsOverdue ? 'notice.overdue' : 'notice.next', { time: words.when(notice.nextNewsAt, now) });
}

/** "We reply by tomorrow 18:00, 20 h from now", or that the time has passed, or that nothing can be promised. */
export function formatPromise(replyBy: number | null, words: TimeWording, { now, deskZone }: Moment): string {
  const { t } = words;
  const time = replyBy === null ? '' : words.whenAtDesk(replyBy, now, deskZone);
  if (replyBy === null || !time) return t('promise.none');
  return replyBy < now ? t('promise.late', { time }) : t('promise.by.left', { time, span: words.span(replyBy - now) });
}
