import { Fragment, h, type VNode } from 'preact';
import { BusyHours } from '../parts/waiting/busy-hours.js';
import { wordBusyHours } from '../parts/waiting/busy-hours-words.js';
import { StatusStrip } from '../parts/waiting/status-strip.js';
import { wordStrip } from '../parts/waiting/status-words.js';
import { WeekHours } from '../parts/waiting/week-hours.js';
import { wordWeek } from '../parts/waiting/week-hours-words.js';
import type { Shown } from './waiting-parts.js';

/** Open or closed now, and the hours of seven days; nothing where nobody gives any. */
export function drawOfficeHours({ service, words, timeZone }: Shown): VNode {
  return (
    <>
      {service.facts.state !== 'unknown' && <StatusStrip {...wordStrip(service, words)} wait="" age="" />}
      {service.hours && <WeekHours {...wordWeek(service.hours, words, { now: service.now, timeZone })} />}
    </>
  );
}

/** How busy today usually is; nothing where the host gives no load. */
export function drawBusyHours({ service, words, timeZone }: Shown): VNode | null {
  const busy = wordBusyHours(service, words, timeZone);
  return busy && <BusyHours {...busy} />;
}
