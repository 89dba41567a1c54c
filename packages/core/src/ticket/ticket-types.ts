// What a ticket is made of on its way from the form to the host. Plain data, and files as blobs.
import type { HandoffContext, HelpRequest, Priority } from '../contracts.js';

/** A file that goes along. `field`: the id of the host's own file field that it fills; left out for an attachment of the ticket itself. */
export interface TicketFile {
  readonly id: string;
  readonly name: string;
  /** Media type; empty where the system knows none. */
  readonly type: string;
  readonly data: Blob;
  readonly field?: string;
}

/** What the customer has entered so far. */
export interface TicketDraft {
  /** The form of the host that was chosen; null: the host has none, or none was chosen. */
  readonly formId: string | null;
  readonly subject: string;
  readonly text: string;
  /** The values of the host's own fields, by id; a date as `YYYY-MM-DD`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly priority: Priority;
  readonly email: string;
  /** Keep the address on this device for the next time. */
  readonly remember: boolean;
  readonly files: readonly TicketFile[];
  /** The parts of the context that the customer has taken out, by their ids. */
  readonly without: readonly string[];
}

/** Nothing entered. */
export const EMPTY_DRAFT: TicketDraft = {
  formId: null,
  subject: '',
  text: '',
  fields: {},
  priority: 'normal',
  email: '',
  remember: false,
  files: [],
  without: [],
};

/** Where a problem is: a field of every ticket, one of the host's own (`fields.ID`), or the whole (empty). */
export type FieldName =
  '' | 'topic' | 'subject' | 'text' | 'email' | 'phone' | 'slot' | 'priority' | 'files' | `fields.${string}`;

/** Why a value cannot stay as it is. `host`: the host said so, in `message`. */
export type ProblemKind =
  'required' | 'too-long' | 'email' | 'phone' | 'date' | 'choice' | 'too-big' | 'type' | 'empty' | 'too-many' | 'host';

/** One problem with one field. */
export interface FieldProblem {
  readonly field: FieldName;
  readonly why: ProblemKind;
  /** The host's own words; for a file its name. */
  readonly message?: string;
}

/** What the outbox keeps of a ticket: what `submitTicket` is given, without key and attachments, and which blob fills which field. */
export interface TicketBody extends Omit<HelpRequest, 'locale'> {
  readonly locale: string;
  readonly formId?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** For each blob, in their order: the id of the field that it fills, or null for an attachment. */
  readonly blobFields: readonly (string | null)[];
  /** For each blob its name, for lists. */
  readonly blobNames: readonly string[];
  readonly context?: HandoffContext;
}

/** What the host has confirmed, kept on this device. */
export interface KeptTicket {
  readonly key: string;
  readonly ticketId: string;
  readonly subject: string;
  readonly text: string;
  readonly priority: Priority;
  readonly email: string;
  readonly files: number;
  /** null: nothing was promised. */
  readonly replyBy: number | null;
  /** Wall clock of this device, when the answer came. */
  readonly sentAt: number;
  readonly claimToken?: string;
  /** What the host said last of it; left out before it was asked. */
  readonly status?: 'received' | 'open' | 'waiting' | 'solved';
  /** How many messages of the host's side were seen. */
  readonly seen?: number;
  readonly answers?: number;
}
