// The ticket that is being written, or was sent last: the machine, with its draft on the device and its item in the outbox.
import type { HandoffContext, Outbox, OutboxItem, Store, TicketForm } from '../contracts.js';
import { toHelpError, type HelpError } from '../errors.js';
import { createStore } from '../store.js';
import { checkDraft } from './check-draft.js';
import type { DeskMemory } from './desk-memory.js';
import { isWorthKeeping, type DraftKeeper } from './keep-draft.js';
import { bodyOf, draftOfItem, readBody } from './ticket-body.js';
import { moveTicket, NO_TICKET, type TicketEvent, type TicketFate, type TicketState } from './ticket.machine.js';
import type { FieldProblem, KeptTicket, TicketDraft } from './ticket-types.js';

export interface TicketFlow {
  readonly ticket: Store<TicketState>;
  change(change: Partial<TicketDraft>): void;
  /** Looks the draft through: it is shown once more, or what has to be mended. */
  check(): void;
  back(): void;
  /** Puts what was confirmed into the outbox. Fulfilled when it is there, or could not be kept; never rejects. */
  confirm(): Promise<void>;
  edit(): void;
  fresh(draft?: Partial<TicketDraft>): void;
  /** Looks at an item of the outbox as the ticket that it is. */
  open(key: string): void;
  /** The host has it. */
  receive(receipt: KeptTicket): void;
  /** The items have changed. True where this ticket's is gone, and no receipt has come. */
  follow(items: readonly OutboxItem[]): boolean;
  /** Brings the draft of before back. Never rejects. */
  read(): Promise<void>;
}

export interface TicketFlowPorts {
  drafts: DraftKeeper;
  memory: DeskMemory;
  outbox: Pick<Outbox, 'items' | 'edit'>;
  /** Puts a ticket into the outbox. */
  put(item: Parameters<Outbox['put']>[0]): Promise<{ key: string; durable: boolean }>;
  formOf(id: unknown): TicketForm | null;
  fateOf(item: OutboxItem): TicketFate;
  isDurable(): boolean;
  locale: string;
  readContext(): HandoffContext;
  onError(error: HelpError): void;
}

/** Begins with nothing. */
export function createTicketFlow(ports: TicketFlowPorts): TicketFlow {
  const { drafts, memory, outbox, fateOf, formOf } = ports;
  const ticket = createStore<TicketState>(NO_TICKET);
  const itemOf = (key: string | null): OutboxItem | undefined => outbox.items.get().find((each) => each.key === key);
  const send = (event: TicketEvent): void => {
    const before = ticket.get();
    ticket.update((now) => moveTicket(now, event));
    if (ticket.get() !== before) keepDraft(drafts, ticket.get(), before);
  };
  const fresh = (draft?: Partial<TicketDraft>): void => {
    const { email } = memory.contact.get();
    send({ type: 'fresh', draft: { ...NO_TICKET.draft, email, remember: !!email, ...draft } });
  };
  return {
    ticket,
    fresh,
    change: (change) => send({ type: 'change', change }),
    check() {
      const now = ticket.get();
      if (now.name !== 'draft') return;
      const form = formOf(now.draft.formId);
      const isOpen = memory.offers.get().forms.length > 1 && !form;
      const topic: FieldProblem[] = isOpen ? [{ field: 'topic', why: 'required' }] : [];
      send({ type: 'check', problems: [...topic, ...checkDraft(now.draft, form?.fields ?? [])] });
    },
    back: () => send({ type: 'back' }),
    edit: () => send({ type: 'edit' }),
    async confirm() {
      send({ type: 'confirm' });
      const now = ticket.get();
      if (now.name !== 'saving') return;
      try {
        send({ type: 'kept', ...(await keep(now, itemOf(now.key), ports)) });
        rememberEmail(now.draft, memory);
      } catch (thrown) {
        const error = toHelpError(thrown);
        ports.onError(error);
        send({ type: 'not-kept', code: error.code });
      }
    },
    open(key) {
      const item = itemOf(key);
      const now = ticket.get();
      if (!item || ('key' in now && now.key === key)) return;
      send({ type: 'open', key, draft: draftOfItem(item), fate: fateOf(item), durable: ports.isDurable() });
    },
    receive: (receipt) => send({ type: 'receipt', key: receipt.key, receipt }),
    follow() {
      const now = ticket.get();
      if (!('key' in now) || now.key === null || now.name === 'sent') return false;
      const item = itemOf(now.key);
      if (item) send({ type: 'fate', key: item.key, fate: fateOf(item) });
      return !item;
    },
    async read() {
      const draft = await drafts.read();
      if (draft) send({ type: 'fresh', draft });
      else if (memory.contact.get().email) fresh();
    },
  };
}

/** Into the outbox: a new item, or the old one with another body; its files lie beside it, as they were. */
async function keep(
  { draft, key }: TicketState & { name: 'saving' },
  item: OutboxItem | undefined,
  { put, outbox, formOf, isDurable, locale, readContext }: TicketFlowPorts,
): Promise<{ key: string; durable: boolean }> {
  const { body, blobs } = bodyOf(draft, { form: formOf(draft.formId), locale, context: readContext() });
  if (key === null) return put({ kind: 'ticket', body, blobs });
  const { blobFields = [], blobNames = [] } = readBody(item?.body) ?? {};
  await outbox.edit(key, { ...body, blobFields, blobNames });
  return { key, durable: isDurable() };
}

/** A draft is kept for as long as it is one; what is in the outbox needs none. */
function keepDraft(drafts: DraftKeeper, now: TicketState, before: TicketState): void {
  if (now.name === 'draft' || now.name === 'confirming') {
    if (now.key === null) drafts.keep(isWorthKeeping(now.draft) ? now.draft : null);
  } else if (now.name !== 'saving' && before.name === 'saving') drafts.keep(null);
}

function rememberEmail({ email: given, remember }: TicketDraft, { contact, remember: keepContact }: DeskMemory): void {
  const email = given.trim();
  if (remember) keepContact({ email });
  else if (contact.get().email === email) keepContact({ email: '' });
}
