import { WaitingElement } from './waiting-element.js';

/** `<hk-busy-hours>`: how busy the hours of today usually are, and the best time to come; empty where the host gives no load. */
export class BusyHoursElement extends WaitingElement {
  protected override readonly draws = 'busy-hours';
}
