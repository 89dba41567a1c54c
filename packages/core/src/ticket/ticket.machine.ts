// One ticket from the first letter to the receipt: draft -> confirming -> saving -> saved | sending | sent | refused | dead.
// Pure: the outbox, the host and the device reach it through events.
import type { HelpErrorCode } from '../contracts.js';
import { EMPTY_DRAFT, type FieldProblem, type KeptTicket, type TicketDraft } from './ticket-types.js';

/** Being written. `key` is that of an item of the outbox that is being mended; null: it is a new one. */
export interface DraftTicket {
  readonly name: 'draft';
  readonly draft: TicketDraft;
  readonly key: string | null;
  readonly problems: readonly FieldProblem[];
  /** How often it was checked and found wanting: each time the focus goes to the first problem. */
  readonly checks: number;
}
/** "We understood: …": shown to the customer once more. `failed`: why it could not be kept. */
export interface ConfirmingTicket {
  readonly name: 'confirming';
  readonly draft: TicketDraft;
  readonly key: string | null;
  readonly failed: HelpErrorCode | null;
}
/** On its way into the outbox; "saved" may not be said yet. */
export interface SavingTicket {
  readonly name: 'saving';
  readonly draft: TicketDraft;
  readonly key: string | null;
}
/** In the outbox. `durable` false: in the memory of this page alone. */
export interface WaitingTicket {
  readonly name: 'saved' | 'sending';
  readonly draft: TicketDraft;
  readonly key: string;
  readonly durable: boolean;
  readonly editable: boolean;
}
/** The host has it. */
export interface SentTicket {
  readonly name: 'sent';
  readonly key: string;
  readonly receipt: KeptTicket;
}
/** The host has refused it, and can be told better. */
export interface RefusedTicket {
  readonly name: 'refused';
  readonly draft: TicketDraft;
  readonly key: string;
  readonly problems: readonly FieldProblem[];
}
/** It is not sent by itself any more. `expired`: three weeks without a host. */
export interface DeadTicket {
  readonly name: 'dead';
  readonly draft: TicketDraft;
  readonly key: string;
  readonly why: HelpErrorCode | 'expired';
  readonly editable: boolean;
}

export type TicketState =
  DraftTicket | ConfirmingTicket | SavingTicket | WaitingTicket | SentTicket | RefusedTicket | DeadTicket;

/** What the outbox says of the item of this ticket. */
export type TicketFate =
  | { readonly name: 'saved' | 'sending'; readonly editable: boolean }
  | { readonly name: 'refused'; readonly problems: readonly FieldProblem[] }
  | { readonly name: 'dead'; readonly why: HelpErrorCode | 'expired'; readonly editable: boolean };

export type TicketEvent =
  /** Something was entered. */
  | { type: 'change'; change: Partial<TicketDraft> }
  /** The draft was looked through: without problems it is shown once more. */
  | { type: 'check'; problems: readonly FieldProblem[] }
  /** Back to the form, from "we understood". */
  | { type: 'back' }
  | { type: 'confirm' }
  | { type: 'kept'; key: string; durable: boolean }
  | { type: 'not-kept'; code: HelpErrorCode }
  | { type: 'fate'; key: string; fate: TicketFate }
  | { type: 'receipt'; key: string; receipt: KeptTicket }
  /** What was saved, refused or given up is to be written anew, under the same key. */
  | { type: 'edit' }
  /** An item of the outbox is to be mended, or looked at. */
  | { type: 'open'; key: string; draft: TicketDraft; fate: TicketFate; durable: boolean }
  /** A new one. */
  | { type: 'fresh'; draft?: TicketDraft };

/** Nothing entered yet. */
export const NO_TICKET: DraftTicket = { name: 'draft', draft: EMPTY_DRAFT, key: null, problems: [], checks: 0 };

/** The pure transition; an event that does not apply gives back the same object. */
export function moveTicket(state: TicketState, event: TicketEvent): TicketState {
  switch (event.type) {
    case 'change':
      return state.name === 'draft' || state.name === 'confirming' ? change(state, event.change) : state;
    case 'check':
      if (state.name !== 'draft') return state;
      return event.problems.length
        ? { ...state, problems: event.problems, checks: state.checks + 1 }
        : { name: 'confirming', draft: state.draft, key: state.key, failed: null };
    case 'back':
      return state.name === 'confirming' ? draftOf(state.draft, state.key) : state;
    case 'confirm':
      return state.name === 'confirming' ? { name: 'saving', draft: state.draft, key: state.key } : state;
    case 'kept':
      return state.name === 'saving' && (state.key === null || state.key === event.key)
        ? { name: 'saved', draft: state.draft, key: event.key, durable: event.durable, editable: true }
        : state;
    case 'not-kept':
      return state.name === 'saving'
        ? { name: 'confirming', draft: state.draft, key: state.key, failed: event.code }
        : state;
    case 'fate':
      return isUnderWay(state) && state.key === event.key ? meet(state, event.fate) : state;
    case 'receipt':
      return (isUnderWay(state) || state.name === 'saving') && (state.key === null || state.key === event.key)
        ? { name: 'sent', key: event.key, receipt: event.receipt }
        : state;
    case 'edit':
      return mayEdit(state) ? { ...draftOf(state.draft, state.key), ...problemsIn(state) } : state;
    case 'open':
      return meet(
        { name: 'saved', draft: event.draft, key: event.key, durable: event.durable, editable: false },
        event.fate,
      );
    case 'fresh':
      return state.name === 'saving' ? state : draftOf(event.draft ?? EMPTY_DRAFT, null);
  }
}

type UnderWay = WaitingTicket | RefusedTicket | DeadTicket;

const isUnderWay = (state: TicketState): state is UnderWay =>
  state.name === 'saved' || state.name === 'sending' || state.name === 'refused' || state.name === 'dead';

/** Whether the customer may write it anew: a host that may have it already must get the same again. */
export const mayEdit = (state: TicketState): state is UnderWay =>
  isUnderWay(state) && (state.name === 'refused' || (state.name !== 'sending' && state.editable));

const draftOf = (draft: TicketDraft, key: string | null): DraftTicket => ({
  name: 'draft',
  draft,
  key,
  problems: [],
  checks: 0,
});

const problemsIn = (state: UnderWay): Partial<DraftTicket> =>
  state.name === 'refused' ? { problems: state.problems, checks: 1 } : {};

/** Fields whose value has another name in the draft. */
const OF: Readonly<Record<string, keyof TicketDraft>> = { topic: 'formId' };

/** A field that is written in anew has no problem until it is checked again. */
function change<State extends DraftTicket | ConfirmingTicket>(state: State, changes: Partial<TicketDraft>): State {
  const draft = { ...state.draft, ...changes };
  if (state.name !== 'draft' || !state.problems.length) return { ...state, draft };
  const touched = (field: string): boolean =>
    field.startsWith('fields.')
      ? draft.fields[field.slice(7)] !== state.draft.fields[field.slice(7)]
      : draft[OF[field] ?? (field as keyof TicketDraft)] !== state.draft[OF[field] ?? (field as keyof TicketDraft)];
  return { ...state, draft, problems: state.problems.filter(({ field }) => !touched(field)) };
}

function meet(state: UnderWay, fate: TicketFate): TicketState {
  const { draft, key } = state;
  const durable = 'durable' in state ? state.durable : true;
  switch (fate.name) {
    case 'refused':
      return state.name === 'refused' && state.problems === fate.problems
        ? state
        : { name: 'refused', draft, key, problems: fate.problems };
    case 'dead':
      return state.name === 'dead' && state.why === fate.why && state.editable === fate.editable
        ? state
        : { name: 'dead', draft, key, why: fate.why, editable: fate.editable };
    default:
      return state.name === fate.name && state.editable === fate.editable
        ? state
        : { name: fate.name, draft, key, durable, editable: fate.editable };
  }
}
