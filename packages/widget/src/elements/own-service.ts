import { openStatusHours, readServiceStatus, type HelpConfig, type ServiceView } from '@helpkiosk/core';

/** What the owner's configuration alone says of the service: its hours and notices, and no figure. `now`: epoch ms. */
export function readOwnService(config: Pick<HelpConfig, 'hours' | 'notices' | 'peakAt'>, now: number): ServiceView {
  const { hours, deskZone } = openStatusHours(null, config.hours);
  return {
    facts: readServiceStatus(null, { now, own: config, ...(hours ? { hours } : {}) }),
    now,
    waitNow: null,
    asking: 'none',
    error: null,
    canJoin: false,
    supports: {},
    ...(hours ? { hours } : {}),
    ...(deskZone ? { deskZone } : {}),
  };
}
