import type { ServiceView } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import { Banner } from '../parts/waiting/banner.js';
import { BusyHours } from '../parts/waiting/busy-hours.js';
import { StatusFigures } from '../parts/waiting/status-figures.js';
import { StatusStrip } from '../parts/waiting/status-strip.js';
import css from '../parts/waiting/status.css';
import { WeekHours } from '../parts/waiting/week-hours.js';
import { Skeleton } from '../parts/skeleton.js';
import type { LazyView } from './lazy-view.js';
import { openWaiting, type WaitingTools } from './waiting-tools.js';

const fetchSaid = () => import('./status-said.js');
type Tools = WaitingTools<Awaited<ReturnType<typeof fetchSaid>>>;

/** The state of the service: a line for home, and the view with all of it. The host is asked while the panel is open. */
const statusView: LazyView = {
  css,
  start(tools) {
    const { session } = tools;
    const waiting = openWaiting(tools, fetchSaid, ({ port }) => {
      const { navigation } = session.help.stores;
      let leave: (() => void) | null = null;
      const follow = ({ open }: { open: boolean }): void => {
        if (open) leave ??= port.watchService();
        else {
          leave?.();
          leave = null;
        }
      };
      follow(navigation.get());
      const stop = navigation.subscribe(follow);
      return () => (stop(), leave?.());
    });
    return {
      draws: {
        status() {
          const now = waiting.get();
          return now && now !== 'failed' ? <Status {...now} /> : <Skeleton label={session.t('home.loading')} />;
        },
        'status-strip'() {
          const now = waiting.get();
          return now && now !== 'failed' ? drawStrip(now, () => session.help.go({ name: 'status' })) : null;
        },
      },
      get title() {
        return waiting.title('status.title');
      },
      stop: waiting.stop,
    };
  },
};
export default statusView;

/** On home: the incident or the busy time first, then the line. Nothing at all where nothing is known. */
function drawStrip({ port, words, said }: Tools, onOpen: () => void): VNode | null {
  const service = port.service.get();
  if (!isKnown(service)) return null;
  const [banner] = said.wordBanners(service, words);
  return (
    <>
      <StatusStrip {...said.wordStrip(service, words)} details={{ label: words.t('status.details'), onOpen }} />
      {banner && <Banner {...banner} />}
    </>
  );
}

/** Whether there is anything to say; a host that did not answer is no state of the service. */
const isKnown = ({ facts }: ServiceView): boolean => facts.state !== 'unknown' || facts.notices.length > 0;

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
