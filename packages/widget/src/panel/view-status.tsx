import { formatWait, type ServiceView, type WaitingQueue, type WaitView } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import { Banner } from '../parts/waiting/banner.js';
import { BusyHours } from '../parts/waiting/busy-hours.js';
import { JoinRow } from '../parts/waiting/join-row.js';
import { StatusFigures } from '../parts/waiting/status-figures.js';
import { StatusStrip } from '../parts/waiting/status-strip.js';
import css from '../parts/waiting/status.css';
import { WeekHours } from '../parts/waiting/week-hours.js';
import { Skeleton } from '../parts/skeleton.js';
import type { Session } from '../app/session.js';
import { Unreachable } from './failed.js';
import type { LazyView } from './lazy-view.js';
import { StripRoom } from './room.js';
import { openWaiting, type WaitingTools } from './waiting-tools.js';
import { watchWhileOpen } from './waiting-watch.js';

const fetchSaid = () => import('./status-said.js');
type Tools = WaitingTools<Awaited<ReturnType<typeof fetchSaid>>>;

/** The state of the service: a line for home, and the view with all of it. The host is asked while the panel is open. */
const statusView: LazyView = {
  css,
  start(tools) {
    const { session } = tools;
    const waiting = openWaiting(tools, fetchSaid, ({ port }) => watchWhileOpen(session, port));
    const ready = (): Tools | null => {
      const now = waiting.get();
      return now === 'failed' ? null : now;
    };
    return {
      draws: {
        status() {
          const now = waiting.get();
          if (now === 'failed') return <Unreachable session={session} onRetry={waiting.retry} />;
          return now ? <Status {...now} /> : <Skeleton label={session.t('home.loading')} />;
        },
        'status-strip'() {
          const now = ready();
          return now && (drawPlace(now, session) ?? drawStrip(now, () => session.help.go({ name: 'status' })));
        },
        'place-strip'({ view }) {
          const now = view.name === 'waiting' ? null : ready();
          return now && drawPlace(now, session);
        },
        join() {
          const now = ready();
          return now && drawJoin(now, session);
        },
        /** Nothing to see, and there once it is known what there is to draw, or that it cannot be had. */
        settled: () => (waiting.get() ? <></> : null),
      },
      get title() {
        return waiting.title('status.title');
      },
      stop: waiting.stop,
    };
  },
};
export default statusView;

/** On home: the incident or the busy time first, then the line; its room while the host is asked. Nothing at all where nothing is known. */
function drawStrip({ port, words, said }: Tools, onOpen: () => void): VNode | null {
  const service = port.service.get();
  if (!isKnown(service)) return isAsked(service) ? null : <StripRoom />;
  const [banner] = said.wordBanners(service, words);
  return (
    <>
      <StatusStrip {...said.wordStrip(service, words)} details={{ label: words.t('status.details'), onOpen }} />
      {banner && <Banner {...banner} />}
    </>
  );
}

/** In every other view while one is in line: where one stands, or that it is the turn, and the way back. */
function drawPlace({ port, words }: Tools, { help }: Session): VNode | null {
  const queue = port.queue.get();
  const { t } = words;
  if (queue.name !== 'waiting' && queue.name !== 'turn') return null;
  return (
    <StatusStrip
      tone={queue.name === 'turn' ? 'busy' : queue.freshness === 'live' ? 'open' : 'unknown'}
      text={queue.name === 'turn' ? t('turn.title') : formatWait(placeOf(queue), words)}
      wait=""
      age=""
      details={{ label: t('status.details'), onOpen: () => help.go({ name: 'waiting' }) }}
    />
  );
}

const placeOf = ({ wait, position }: WaitingQueue): WaitView => ({ ...wait, position: position ?? 0 });

/** The way into the line, with what is announced to one who joins now; nothing where nobody can be reached, or while one is in line. */
function drawJoin({ port, words, said }: Tools, { help }: Session): VNode | null {
  const service = port.service.get();
  if (!service.canJoin || !help.stores.online.get() || port.queue.get().name !== 'none') return null;
  return (
    <JoinRow
      title={words.t('join.talk')}
      fact={said.wordJoin(service, words)}
      onOpen={() => help.go({ name: 'waiting' })}
    />
  );
}

/** Whether there is anything to say; a host that did not answer is no state of the service. */
const isKnown = ({ facts }: ServiceView): boolean => facts.state !== 'unknown' || facts.notices.length > 0;

const isAsked = ({ asking }: ServiceView): boolean => asking === 'asked' || asking === 'none';

function Status({ port, words, timeZone, said }: Tools): VNode {
  const service = port.service.get();
  const { t } = words;
  const busy = said.wordBusyHours(service, words, timeZone);
  return (
    <div class="status">
      {said.wordBanners(service, words).map((banner) => (
        <Banner {...banner} />
      ))}
      <section class="now">
        <StatusStrip {...said.wordStrip(service, words)} age={said.formatAge(service.facts, words)} wait="" />
        <StatusFigures {...said.wordFigures(service, words)} />
        {service.error && (
          <p class="soft">
            {t('status.failed')}{' '}
            <button type="button" class="link" onClick={() => void port.refreshStatus()}>
              {t('status.retry')}
            </button>
          </p>
        )}
      </section>
      {busy && <BusyHours {...busy} />}
      {service.hours && <WeekHours {...said.wordWeek(service.hours, words, { now: service.now, timeZone })} />}
    </div>
  );
}
