import { WaitingElement } from './waiting-element.js';

/** `<hk-service-status>`: incidents with their next news, open or closed, who is there, the wait now and how true such figures have been. */
export class ServiceStatusElement extends WaitingElement {
  protected override readonly draws = 'service-status';
}
