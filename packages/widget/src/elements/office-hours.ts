import { WaitingElement } from './waiting-element.js';

/** `<hk-office-hours>`: open or closed now, and the opening hours of seven days in the reader's time. The owner's configuration is enough for it. */
export class OfficeHoursElement extends WaitingElement {
  protected override readonly draws = 'office-hours';
}
