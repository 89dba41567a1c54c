import { formatOffer, type ServiceView, type TimeWording } from '@helpkiosk/core';

/** What one who asks for a person now is told of place and wait; empty where nothing can be said. */
export const wordJoin = ({ waitNow }: Pick<ServiceView, 'waitNow'>, words: TimeWording): string =>
  waitNow && waitNow.kind !== 'unknown' ? formatOffer(waitNow, words) : '';
