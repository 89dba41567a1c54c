import { WaitingElement } from './waiting-element.js';

/** `<hk-wait-status>`: one line in the page with open or closed, until when, and the wait now; while the customer is in line, their place in it. */
export class WaitStatus extends WaitingElement {
  protected override readonly draws = 'wait-status';
}
