import {
  formatAccuracy,
  formatAge,
  formatAgents,
  formatNextNews,
  formatOpenness,
  formatWaitTime,
  type ReadNotice,
  type ServiceView,
  type TimeWording,
} from '@helpkiosk/core';
import type { BannerProps } from './banner.js';
import type { StatusFiguresProps } from './status-figures.js';
import type { StatusStripProps } from './status-strip.js';
import { figureOf } from './wait-figure.js';

/** The service in one line. The wait is named only while one can be served. */
export function wordStrip(service: ServiceView, words: TimeWording): StatusStripProps {
  const { facts, now, deskZone, waitNow } = service;
  const served = facts.state === 'open' || facts.state === 'busy';
  return {
    tone: facts.peak && served ? 'busy' : facts.state,
    text: formatOpenness(facts, words, { now, ...(deskZone ? { deskZone } : {}) }),
    wait: served && waitNow && waitNow.kind !== 'unknown' ? formatWaitTime(waitNow, words) : '',
    age: facts.freshness === 'stale' ? formatAge(facts, words) : '',
  };
}

/** The figures of the service, with their age and how true the waits have been. What is not known is not among them. */
export function wordFigures({ facts, waitNow }: ServiceView, words: TimeWording): StatusFiguresProps {
  const { t, locale } = words;
  const { agents, queueLength, freshness, state } = facts;
  const wait = waitNow && figureOf(waitNow, words);
  const number = (value: number): string => value.toLocaleString(locale);
  const served = state !== 'closed';
  return {
    figures: [
      ...(agents ? [{ name: t('status.figure.agents'), value: number(agents.online) }] : []),
      ...(queueLength !== null && served ? [{ name: t('status.figure.line'), value: number(queueLength) }] : []),
      ...(wait && served ? [{ name: t('status.figure.wait'), value: `${wait} ${t('wait.unit')}` }] : []),
    ],
    note: freshness === 'stale' ? t('status.stale') : '',
    accuracy: formatAccuracy(facts, words),
  };
}

/** What has to be known before anything else: the incidents, the worst first, then that it is a busy time. */
export function wordBanners({ facts, now }: ServiceView, words: TimeWording): BannerProps[] {
  const { t } = words;
  const banners = facts.notices.map((notice): BannerProps => ({
    level: notice.level,
    title: t(`notice.level.${notice.level}`),
    text: textOf(notice, words.locale),
    facts: [
      notice.since === null ? '' : t('notice.since', { time: words.when(notice.since, now) }),
      formatNextNews(notice, words, now),
    ].filter(Boolean),
  }));
  const peak = facts.peak && (facts.state === 'open' || facts.state === 'busy');
  return peak ? [...banners, { level: 'peak', title: t('notice.peak'), text: t('status.peak'), facts: [] }] : banners;
}

/** One line of who is there, for the inline element; empty where it is not known. */
export const wordAgents = ({ facts }: ServiceView, words: TimeWording): string => formatAgents(facts, words);

/** In the reader's language, else its plain form, else English, else any. */
function textOf({ text }: ReadNotice, locale: string): string {
  const [language = ''] = locale.split('-');
  return text[locale] ?? text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
