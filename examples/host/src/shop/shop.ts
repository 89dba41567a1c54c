import type { ActionForm, OfficeHoursSchedule, ReplyPolicy, ServiceStatus, TicketForm } from '@helpkiosk/core';
import { shopActions } from './actions.js';
import { shopForms } from './forms.js';

/** What the owner decides: hours, promises, forms, tools, notices. */
export interface Shop {
  readonly hours: OfficeHoursSchedule;
  readonly replyPolicy: ReplyPolicy;
  readonly forms: readonly HostTicketForm[];
  readonly actions: readonly HostAction[];
  readonly notices: NonNullable<ServiceStatus['notices']>;
  /** Call-backs begin on each full hour within the hours of the channel `phone`, for so many hours to come. */
  readonly callbacks: { readonly hours: number; readonly perSlot: number; readonly slotMs: number };
  /** Order of tiers in line, the first served first; a tier is what the owner's token says. */
  readonly tiers: readonly string[];
  /** More than so many in line for each slot is a peak. */
  readonly peakPerSlot: number;
}

/** A form with what is checked on this side alone. */
export interface HostTicketForm extends TicketForm {
  /** By field id: what the value must look like, and what is said where it does not, by language. */
  readonly checks?: Readonly<Record<string, FieldCheck>>;
}

export interface FieldCheck {
  readonly pattern: RegExp;
  readonly message: Readonly<Record<string, string>>;
}

/** A tool and what it does. `fields` have been checked against the form; `locale` is the reader's. */
export interface HostAction {
  readonly form: ActionForm;
  readonly checks?: Readonly<Record<string, FieldCheck>>;
  run(fields: Readonly<Record<string, unknown>>, locale: string): { title: string; body: string; ok: boolean };
}

const DAY = [['08:00', '21:00']] as const;
const EVERY_DAY = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY };

/** The demo's shop: two desks that follow the sun, so that somebody is always there. */
export function createDemoShop(): Shop {
  return {
    hours: {
      desks: [
        { id: 'shanghai', name: 'Shanghai', timeZone: 'Asia/Shanghai', weekly: EVERY_DAY },
        { id: 'toronto', name: 'Toronto', timeZone: 'America/Toronto', weekly: EVERY_DAY },
      ],
    },
    replyPolicy: {
      p0: { basis: 'clock', minutes: 60 },
      p1: { basis: 'business', minutes: 240 },
      normal: { basis: 'next-working-day', by: 'close' },
    },
    forms: shopForms,
    actions: shopActions,
    notices: [],
    callbacks: { hours: 48, perSlot: 4, slotMs: 1_800_000 },
    tiers: ['plus'],
    peakPerSlot: 1,
  };
}
