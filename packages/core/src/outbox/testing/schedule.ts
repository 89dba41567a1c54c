// One seeded schedule: customers in up to three tabs send, while tabs end and stand still, the network fails, and the clock is set. Then all heals, and the
// host's list is held against what was promised.
import type { Outbox, OutboxSend } from '../../contracts.js';
import { isHelpError } from '../../errors.js';
import { isTooOld } from '../outbox-item.js';
import { createOutbox } from '../outbox.js';
import { OUTBOX_KEY } from '../outbox-shelf.js';
import { createModelBrowser, type ModelBrowser, type ModelTab } from './model-browser.js';
import { createModelHost, createModelSend, type ModelBody, type ModelHost, type Weather } from './model-host.js';
import { createVirtualTime, type VirtualTime } from './virtual-time.js';

/** What came of a schedule: ids of items, by the fault that befell them. All empty: it kept its promises. */
export interface Verdict {
  /** Said to be saved, and neither with the host nor shown as not sent. */
  lost: string[];
  /** Taken twice by the host. */
  doubled: string[];
  /** `A>B`: B was saved after A, and taken before. */
  misordered: string[];
  /** Still under way when nothing has hindered it for hours, or not sent though the customer pressed what there is to press. */
  stuck: string[];
  /** Payload that is kept of what the host has. */
  kept: string[];
  /** How many items the host has taken; their uploads are not counted. */
  sent: number;
}

/** Something of the outbox's surroundings as a mutant wants it. */
export interface Mutation {
  send?: (send: OutboxSend, tab: ModelTab, host: ModelHost) => OutboxSend;
  conversation?: (conversation: string) => string | undefined;
}

/** What the customer knows of an item. */
interface Promised {
  id: string;
  key: string;
  conversation: string | null;
  calledAt: number;
  /** When it was said to be saved; null as long as it was not. */
  savedAt: number | null;
  /** Some tab had it in memory alone: what lies in the store is not known there, and may come later. */
  isVolatile: boolean;
}

interface World {
  time: VirtualTime;
  browser: ModelBrowser;
  host: ModelHost;
  weather: Weather;
  promises: Map<string, Promised>;
  removed: Set<string>;
  /** Keys that were dead at some time. */
  everDead: Set<string>;
  open: { tab: ModelTab; outbox: Outbox }[];
  openTab(): void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ITEMS = 9;
const TABS = 3;

/** Plays the schedule of a seed. Rejects only when the outbox throws what it must not. */
export async function playSchedule(seed: number, mutation: Mutation = {}): Promise<Verdict> {
  const world = createWorld(seed, mutation);
  const { time, browser, weather } = world;
  for (let count = time.chance(0.5) ? TABS : 1; count > 0; count--) world.openTab();
  for (let left = ITEMS; left > 0;) {
    await time.advance(time.chance(0.5) ? time.between(0, 300) : time.between(0, 2 * MINUTE_MS));
    if (time.chance(0.5)) left -= act(world, mutation) ? 1 : 0;
    else disturb(world);
  }
  await time.advance(time.between(0, 2 * MINUTE_MS));
  weather.faults = 0;
  browser.setFailures(0, 'internal');
  browser.setOnline(true);
  world.host.setDown(false);
  for (const { tab } of world.open) if (time.chance(0.3)) tab.kill();
  world.openTab();
  for (let round = 0; round < 3; round++) {
    browser.setVisible(false);
    browser.setVisible(true); // tabs that hear nothing of one another look again when they are seen
    await time.advance(HOUR_MS);
    for (const { key, body } of lastOf(world).outbox.items.get()) mend(world, key, body as ModelBody);
  }
  await time.advance(2 * DAY_MS);
  world.openTab();
  await time.advance(MINUTE_MS);
  return judge(world);
}

function createWorld(seed: number, mutation: Mutation): World {
  const time = createVirtualTime(seed);
  const everDead = new Set<string>();
  const browser = createModelBrowser(time, (key, value) => {
    if (key !== OUTBOX_KEY) return;
    for (const item of itemsIn(value)) if (item.state === 'dead') everDead.add(item.key);
  });
  const host = createModelHost();
  const weather = { faults: time.pick([0.1, 0.3, 0.6]) };
  const sharesTabs = time.chance(0.6);
  if (time.chance(0.3))
    browser.setFailures(0.02, time.pick(['internal', 'storage-full', 'storage-unavailable'] as const));
  const open: World['open'] = [];
  return {
    ...{ time, browser, host, weather, everDead, open, promises: new Map(), removed: new Set() },
    openTab() {
      const tab = browser.openTab();
      const plain = createModelSend(time, host, tab, weather);
      const send = mutation.send?.(plain, tab, host) ?? plain;
      const { env, storage, tabs } = tab;
      open.push({ tab, outbox: createOutbox({ env, storage, send, ...(sharesTabs ? { tabs } : {}) }) });
    },
  };
}

/** The customer does something; true when it is a new item. */
function act(world: World, mutation: Mutation): boolean {
  const { time, open, promises, removed } = world;
  const living = open.filter(({ tab }) => tab.isAlive());
  if (living.length === 0) return false;
  const { tab, outbox } = time.pick(living);
  const known = time.chance(0.25) && promises.size ? time.pick([...promises.values()]) : null;
  if (known && time.chance(0.5)) return (put(world, { tab, outbox }, known, mutation), false);
  if (known) {
    const item = outbox.items.get().find(({ key }) => key === known.key);
    if (item && time.chance(0.1)) {
      removed.add(known.id);
      ignoring(outbox.remove(known.key));
    } else if (item) mend({ ...world, open: [{ tab, outbox }] }, item.key, item.body as ModelBody);
    return false;
  }
  const id = `item-${promises.size}`;
  const conversation = time.pick([null, 'a', 'a', 'b']);
  const next = { id, key: `key-${id}`, conversation, calledAt: 0, savedAt: null, isVolatile: false };
  promises.set(id, next);
  put(world, { tab, outbox }, next, mutation);
  return true;
}

/** A known item is put again as it was: two presses of a button, or the next page that does not know. */
function put(
  { time, removed }: World,
  { outbox }: World['open'][number],
  promised: Promised,
  mutation: Mutation,
): void {
  const { id, key, conversation } = promised;
  if (removed.has(id)) return;
  const number = Number(id.slice(5));
  const body: ModelBody = { id, conversation, isBad: number % 7 === 3, blobs: conversation === null ? number % 3 : 0 };
  const blobs = Array.from({ length: body.blobs }, (_, place) => ({
    ...{ name: `${id}/${place}`, type: 'text/plain', data: { arrayBuffer: async () => 'x' } as unknown as Blob },
  }));
  const kind = conversation === null ? 'ticket' : 'message';
  const place = conversation === null ? undefined : (mutation.conversation ?? String)(conversation);
  promised.calledAt ||= time.now();
  ignoring(
    outbox
      .put({ kind, body, blobs, key, ...(place === undefined ? {} : { conversation: place }) })
      .then(({ durable }) => {
        if (durable) promised.savedAt ??= time.now();
        else promised.isVolatile = true;
      }),
  );
}

/** The customer presses what there is to press: edits a refused text, or sends again. */
function mend(world: World, key: string, body: ModelBody): void {
  const { outbox } = lastOf(world);
  const item = outbox.items.get().find((each) => each.key === key);
  if (item?.editable && body.isBad) ignoring(outbox.edit(key, { ...body, isBad: false }));
  else if (item?.state === 'dead' || world.time.chance(0.3)) ignoring(outbox.retry(key));
}

/** Something happens that nobody wished for. */
function disturb({ time, browser, host, open, openTab }: World): void {
  const living = open.filter(({ tab }) => tab.isAlive());
  const any = living.length > 0 ? time.pick(living).tab : null;
  const what = time.pick(['kill', 'kill', 'freeze', 'open', 'destroy', 'clock', 'online', 'visible', 'host']);
  if (what === 'kill') any?.kill();
  else if (what === 'freeze') any?.freeze(time.between(0, 2 * MINUTE_MS));
  else if (what === 'open' && living.length < TABS) openTab();
  else if (what === 'destroy' && any) {
    const place = open.findIndex(({ tab }) => tab === any);
    open[place]!.outbox.destroy();
    open.splice(place, 1);
  } else if (what === 'clock')
    browser.jumpClock(time.between(-1, 1) * time.pick([MINUTE_MS, DAY_MS, 4 * DAY_MS, 25 * DAY_MS]));
  else if (what === 'online') browser.setOnline(time.chance(0.5));
  else if (what === 'visible') browser.setVisible(time.chance(0.5));
  else if (what === 'host') host.setDown(time.chance(0.4));
}

function judge({ browser, host, promises, removed, everDead }: World): Verdict {
  const left = itemsIn(browser.disk.get(OUTBOX_KEY));
  const taken = host.taken.map(({ id }) => id);
  const all = [...promises.values()].filter(({ id }) => !removed.has(id));
  const isKept = (id: string): boolean => left.some(({ key }) => key === promises.get(id)?.key);
  const saved = all.filter(({ savedAt }) => savedAt !== null);
  const ordered = saved.filter(({ id, key, isVolatile }) => taken.includes(id) && !isVolatile && !everDead.has(key));
  const isMisordered = (a: Promised, b: Promised): boolean =>
    a.conversation !== null &&
    a.conversation === b.conversation &&
    a.savedAt! < b.calledAt &&
    taken.indexOf(a.id) > taken.indexOf(b.id);
  return {
    lost: saved.filter(({ id }) => !taken.includes(id) && !isKept(id)).map(({ id }) => id),
    doubled: taken.filter((id, place) => taken.indexOf(id) !== place),
    misordered: ordered.flatMap((a) => ordered.filter((b) => isMisordered(a, b)).map((b) => `${a.id}>${b.id}`)),
    stuck: left.filter((item) => item.state !== 'dead' || !isTooOld(item, browser.now())).map(({ key }) => key),
    kept: [...browser.disk.keys()].filter(
      (key) => key !== OUTBOX_KEY && !left.some((item) => key.endsWith(`/${item.key}`)),
    ),
    sent: taken.filter((id) => !id.includes('/')).length,
  };
}

const lastOf = ({ open }: World): World['open'][number] => open.at(-1)!;

const itemsIn = (book: unknown): { key: string; state: string; createdAt: number }[] =>
  ((book as { items?: [] } | undefined)?.items ?? []).slice();

/** A HelpError is an answer: the customer sees it, and presses again or does not. */
function ignoring(call: Promise<unknown>): void {
  call.catch((error: unknown) => {
    if (!isHelpError(error)) throw error;
  });
}
