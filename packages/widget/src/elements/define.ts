// The only file with an effect of its own: it defines the elements, unless the page has done so before.
import { BusyHoursElement } from './busy-hours.js';
import { HelpKioskElement } from './help-kiosk.js';
import { OfficeHoursElement } from './office-hours.js';
import { SearchBox } from './search-box.js';
import { ServiceStatusElement } from './service-status.js';
import { WaitStatus } from './wait-status.js';

for (const [name, element] of [
  ['help-kiosk', HelpKioskElement],
  ['hk-busy-hours', BusyHoursElement],
  ['hk-office-hours', OfficeHoursElement],
  ['hk-search-box', SearchBox],
  ['hk-service-status', ServiceStatusElement],
  ['hk-wait-status', WaitStatus],
] as const) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { BusyHoursElement, HelpKioskElement, OfficeHoursElement, SearchBox, ServiceStatusElement, WaitStatus };
