import type { OfficeHours, OfficeHoursSchedule } from '../contracts.js';
import { HelpError } from '../errors.js';
import { createOfficeHours, serves, type Asker } from '../hours/office-hours.js';
import { parseOfficeHours } from '../hours/parse-office-hours.js';
import { own } from './read-figures.js';

/** The hours that hold, and the zone of the first desk that serves the asker; both left out where nobody gives any. */
export interface StatusHours {
  readonly hours?: OfficeHours;
  readonly deskZone?: string;
  /** Why the host's hours or the owner's could not be used. */
  readonly problem?: HelpError;
}

/**
 * The host's hours where it sends any that can be read, else the owner's of the configuration. Never throws: what is
 * wrong comes back as `problem`, `adapter-bad-answer` for the host's and `config-invalid` for the owner's, for the log.
 */
export function openStatusHours(status: unknown, ownHours: unknown, asker: Asker = {}): StatusHours {
  const [told, problem] = attempt(own(status, 'hours'), asker);
  if (told) return told;
  const [kept, ownProblem] = attempt(ownHours, asker);
  const wrong = problem ? new HelpError('adapter-bad-answer', problem.details, { cause: problem }) : ownProblem;
  return { ...kept, ...(wrong ? { problem: wrong } : {}) };
}

function attempt(schedule: unknown, asker: Asker): [StatusHours?, HelpError?] {
  if (schedule === undefined || schedule === null) return [];
  try {
    const read: OfficeHoursSchedule = parseOfficeHours(schedule);
    const first = read.desks.find((desk) => serves(desk, asker));
    return [{ hours: createOfficeHours(read, asker), ...(first ? { deskZone: first.timeZone } : {}) }];
  } catch (error) {
    return [undefined, error as HelpError];
  }
}
