// Everything that views of tickets, call-backs, ratings and actions need, for one instance of the widget: stores out, verbs in; no document, no words.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { readActionResult, type ActionResult } from '../adapter/read-action-result.js';
import type { PlannedCallback } from '../adapter/read-ticket-answers.js';
import type {
  Env,
  HandoffContext,
  KeyValueStore,
  Outbox,
  OutboxItem,
  OutboxSend,
  Store,
  TicketForm,
} from '../contracts.js';
import type { LivePort } from '../conversation/live-port.js';
import type { HelpError } from '../errors.js';
import { clearLocalData } from '../outbox/outbox-shelf.js';
import { createStore, type WritableStore } from '../store.js';
import { checkFields } from './check-draft.js';
import { createDeskMemory, type DeskMemory } from './desk-memory.js';
import { createItemFates, formIdOf } from './item-fates.js';
import { createDraftKeeper } from './keep-draft.js';
import { createKeptTickets, type KeptTickets } from './kept-tickets.js';
import { markLiveOutbox } from './live-outbox.js';
import { createSend, type SendPorts } from './send-item.js';
import { createSentLog, type SentLog } from './sent-log.js';
import { createTicketFlow, type TicketFlow } from './ticket-flow.js';
import { mayEdit, type TicketFate } from './ticket.machine.js';
import type { TicketDraft } from './ticket-types.js';

/** What became of what went through the outbox, by its key, while this page lives. */
export interface Outcomes {
  readonly callbacks: Readonly<Record<string, PlannedCallback>>;
  /** How much of the files has gone, 0 to 1. */
  readonly progress: Readonly<Record<string, number>>;
}

export interface TicketDesk
  extends Omit<TicketFlow, 'receive' | 'follow' | 'read'>, Pick<DeskMemory, 'offers' | 'contact' | 'rated'> {
  /** What waits to be sent, in all tabs. */
  readonly items: Store<readonly OutboxItem[]>;
  readonly outcomes: Store<Outcomes>;
  readonly kept: Pick<KeptTickets, 'list' | 'thread' | 'refresh' | 'open'>;
  readonly sent: SentLog['entries'];
  /** Whether what is saved now outlives the page; read it after a call whose fate matters. */
  isDurable(): boolean;
  /** Searches, articles, page and facts that would go along now. */
  context(): HandoffContext;
  formOf(draft: TicketDraft): TicketForm | null;
  fateOf(item: OutboxItem): TicketFate;
  mayEdit: typeof mayEdit;
  /** Whether the adapter has a method, and the host serves it as far as it has said so, now or last. */
  serves: AdapterRunner['has'];
  /** What is wrong with values of a host's own fields. */
  checkFields: typeof checkFields;
  /** Rejects with HelpError `refused` for what was given up for its age. */
  retry(key: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Each puts something into the outbox and gives its key; rejects with HelpError where nothing can be kept. */
  reply(ticketId: string, text: string): Promise<string>;
  callBack(request: { phone: string; slotAt: number; text: string; remember: boolean }): Promise<string>;
  rate(ticketId: string, rating: { score: number; solved?: boolean; text?: string }): Promise<string>;
  /** Runs an action of the host at once. `key` stays the same when it is tried again. Rejects as the adapter does. */
  runAction(
    input: { key: string; actionId: string; fields: Readonly<Record<string, string>> },
    signal: AbortSignal,
  ): Promise<ActionResult>;
  /** Forgets everything of this device: drafts, tickets, the list of what was sent, and what was not sent yet. */
  clear(): Promise<void>;
  /** Hears of a status of the host. */
  hearStatus(status: unknown): void;
  /** Hears of a call to the host, for the list of what was sent. */
  note: SentLog['note'];
  destroy(): void;
}

export interface TicketDeskOptions {
  env: Env;
  store: KeyValueStore;
  runner: AdapterRunner;
  /** Opens the outbox on the same store. */
  openOutbox(send: OutboxSend): Outbox;
  live: Pick<LivePort, 'read' | 'write'>;
  locale: string;
  readContext(): HandoffContext;
  onSubmitted(ticketId: string): void;
  onRated(score: number): void;
  onError(error: HelpError): void;
}

/** Opens it, with what an earlier page has left on the device, and sends from now on. Never rejects: what cannot be read is empty. */
export async function openTicketDesk(options: TicketDeskOptions): Promise<TicketDesk> {
  const parts = joinParts(options);
  const { outbox, memory, kept, log, flow, fates, learn, follow } = parts;
  await Promise.all([kept.read(), log.read(), memory.read()]);
  learn();
  await flow.read();
  await outbox.retry('').catch(() => {}); // a turn of its own: by then it has read what is there
  await fates.read(outbox.items.get());
  const stop = outbox.items.subscribe(follow);
  follow();
  return handleOf(parts, options, stop);
}

/** Everything, joined; nothing has been read yet. */
function joinParts(options: TicketDeskOptions) {
  const { env, store, runner, live, onError } = options;
  const outcomes = createStore<Outcomes>({ callbacks: {}, progress: {} });
  const memory = createDeskMemory(store);
  const fates = createItemFates(store, env.now);
  const drafts = createDraftKeeper(store, env);
  const kept = createKeptTickets({ store, runner, env, onError });
  const log = createSentLog(store, env);
  const outbox = options.openOutbox(
    createSend({
      ...{ runner, now: env.now, claimOf: kept.claimOf, onMessage: kept.addMessage, onRefused: fates.refuse },
      ...tellOutcomes(outcomes),
      async onReceipt(receipt) {
        await kept.add(receipt);
        flow.receive(receipt);
        options.onSubmitted(receipt.ticketId);
      },
      onRated: (_key, score) => options.onRated(score),
    }),
  );
  const { items } = outbox;
  const formOf = (id: unknown): TicketForm | null => chooseForm(memory.offers.get().forms, id);
  const fateOf = (item: OutboxItem): TicketFate => fates.of(item, formOf(formIdOf(item))?.fields ?? NO_FIELDS);
  const put: Outbox['put'] = async (item) => {
    const done = await outbox.put(item);
    if (done.durable) markLiveOutbox(live, items.get(), env.now()); // before anybody is told that it is safe to leave
    return done;
  };
  const isDurable = (): boolean => store.durable;
  const flow = createTicketFlow({ ...options, drafts, memory, outbox, put, formOf, fateOf, isDurable });
  const follow = (): void => {
    if (flow.follow(items.get())) void meetReceipt(flow, kept);
    markLiveOutbox(live, isDurable() ? items.get() : [], null);
  };
  const learn = (): void => runner.setSupports(memory.offers.get().supports);
  return { outcomes, memory, fates, drafts, kept, log, outbox, formOf, fateOf, put, isDurable, flow, follow, learn };
}

/** What the views get. */
function handleOf(parts: ReturnType<typeof joinParts>, options: TicketDeskOptions, stop: () => void): TicketDesk {
  const { outcomes, memory, fates, drafts, kept, log, outbox, formOf, fateOf, isDurable, flow, follow, learn } = parts;
  const { store, runner, readContext } = options;
  return {
    ...{ ...flow, items: outbox.items, outcomes, kept, fateOf, isDurable, checkFields, mayEdit, serves: runner.has },
    ...{ offers: memory.offers, contact: memory.contact, rated: memory.rated, sent: log.entries, note: log.note },
    ...verbsOf({ ...parts, locale: options.locale }),
    context: readContext,
    formOf: ({ formId }) => formOf(formId),
    retry: (key) => outbox.retry(key),
    async remove(key) {
      await outbox.remove(key);
      await fates.drop(key);
      const now = flow.ticket.get();
      if ('key' in now && now.key === key) flow.fresh();
    },
    runAction: async (input, signal) => readActionResult(await runner.call('runAction', input, { signal })),
    async clear() {
      drafts.keep(null);
      for (const { key } of outbox.items.get()) await outbox.remove(key).catch(() => {});
      await clearLocalData(store).catch(() => {}); // what cannot be reached cannot be given away either
      for (const each of [kept, log, memory]) each.forget();
      outcomes.set({ callbacks: {}, progress: {} });
      flow.fresh();
      follow();
    },
    hearStatus(status) {
      if (!memory.hear(status)) return;
      learn();
      follow();
    },
    destroy() {
      stop();
      drafts.stop();
      kept.stop();
      outbox.destroy();
    },
  };
}

/** The form of an id; without one the only form that there is. */
function chooseForm(forms: readonly TicketForm[], id: unknown): TicketForm | null {
  const only = id === null && forms.length === 1 ? forms[0] : undefined;
  return forms.find((form) => form.id === id) ?? only ?? null;
}

/** Another tab has sent it: its receipt is on the device. */
async function meetReceipt({ ticket, receive }: TicketFlow, kept: KeptTickets): Promise<void> {
  await kept.read();
  const now = ticket.get();
  const receipt = 'key' in now && kept.list.get().tickets.find((each) => each.key === now.key);
  if (receipt) receive(receipt);
}

const NO_FIELDS: TicketForm['fields'] = [];

/** What the views see of sending. */
function tellOutcomes(outcomes: WritableStore<Outcomes>): Pick<SendPorts, 'onCallback' | 'onProgress'> {
  return {
    onCallback: (key, callback) =>
      outcomes.update((now) => ({ ...now, callbacks: { ...now.callbacks, [key]: callback } })),
    onProgress: (key, share) => outcomes.update((now) => ({ ...now, progress: { ...now.progress, [key]: share } })),
  };
}

/** What is put into the outbox in one go. */
function verbsOf({
  put,
  memory,
  locale,
}: {
  put: Outbox['put'];
  memory: DeskMemory;
  locale: string;
}): Pick<TicketDesk, 'reply' | 'callBack' | 'rate'> {
  return {
    async reply(ticketId, text) {
      const body = { ticketId, text: text.trim() };
      return (await put({ kind: 'message', conversation: `ticket ${ticketId}`, body })).key;
    },
    async callBack({ phone: given, slotAt, text, remember }) {
      const phone = given.trim();
      if (remember) memory.remember({ phone });
      return (await put({ kind: 'callback', body: { locale, phone, slotAt, text, customer: { phone } } })).key;
    },
    async rate(ticketId, { score, solved, text = '' }) {
      const words = text.trim();
      const said = { ...(solved === undefined ? {} : { solved }), ...(words ? { text: words } : {}) };
      const { key } = await put({ kind: 'rating', body: { subject: { ticketId }, score, ...said } });
      memory.addRating(ticketId, score);
      return key;
    },
  };
}
