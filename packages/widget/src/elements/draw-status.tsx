import { formatAge, formatWait } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Banner } from '../parts/waiting/banner.js';
import { StatusFigures } from '../parts/waiting/status-figures.js';
import { StatusStrip } from '../parts/waiting/status-strip.js';
import { wordBanners, wordFigures, wordStrip } from '../parts/waiting/status-words.js';
import type { Shown } from './waiting-parts.js';

/** The service in one line; the customer's own place while they are in line. */
export function drawWait({ service, port, words }: Shown): VNode | null {
  const queue = port.queue.get();
  const strip = wordStrip(service, words);
  if (queue.name === 'waiting' && queue.freshness !== 'unknown') {
    const place = formatWait({ ...queue.wait, position: queue.position ?? 0 }, words);
    return <StatusStrip {...strip} text={place} wait="" />;
  }
  return service.facts.state === 'unknown' ? null : <StatusStrip {...strip} />;
}

/** Incidents, then the state of the service with its figures. */
export function drawService({ service, words }: Shown): VNode {
  return (
    <div class="now">
      {wordBanners(service, words).map((banner) => (
        <Banner {...banner} />
      ))}
      <StatusStrip {...wordStrip(service, words)} wait="" age={formatAge(service.facts, words)} />
      <StatusFigures {...wordFigures(service, words)} />
    </div>
  );
}
