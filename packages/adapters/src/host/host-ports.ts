import type { Env } from '@helpkiosk/core';
import type { EventPath } from '../stream/event-path.js';
import type { HostTime } from './host-time.js';
import type { OpenAtHost } from './send.js';

/** What the methods of a host adapter stand on. */
export interface HostPorts {
  env: Env;
  time: HostTime;
  /** How well streams come through. */
  path: EventPath;
  /** As nobody in particular. */
  open: OpenAtHost;
  /** As the customer of the session, which is made for it. */
  openKnown: OpenAtHost;
  /** The same, for a file whose progress is told. */
  openFile: OpenAtHost;
}
