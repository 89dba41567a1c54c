// Tabs of one browser, by what it has: Web Locks and BroadcastChannel; without them, a lease and storage events; without storage, each tab for itself.
import { liveKeyOf, type LivePort } from '../conversation/live-port.js';
import type { Env } from '../contracts.js';
import { figure, own } from '../status/read-figures.js';

/** Of `Storage` what is used; its methods may throw where the browser refuses. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** Of `BroadcastChannel` what is used. */
export interface LiveChannel {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** Of `LockManager` what is used. */
export interface LiveLocks {
  request(name: string, options: { signal: AbortSignal }, run: () => Promise<void> | void): Promise<unknown>;
}

/** What of the browser is used; a test gives some of it. */
export interface LiveWorld {
  locks?: LiveLocks;
  /** Opens a channel of a name. */
  channel?: (name: string) => LiveChannel;
  /** Hears of changes that other tabs make to the storage. */
  onStorage?: (listener: (key: string | null, text: string | null) => void) => () => void;
}

export interface BrowserLiveOptions {
  /** `HelpConfig.name`. */
  instance?: string;
  /** `localStorage`, or null where even touching it throws. */
  storage: TextStorage | null;
  env: Pick<Env, 'now' | 'setTimer' | 'randomId' | 'random'>;
  world?: LiveWorld;
}

/** A lease that nobody has renewed for so long is free. */
const LEASE_MS = 5000;
const RENEW_MS = 1500;

/** The port on this browser. Nothing is read, written or opened before it is used; the channel is opened by `listen` or `post`. */
export function createBrowserLive({ instance, storage, env, world = readWorld() }: BrowserLiveOptions): LivePort {
  const key = liveKeyOf(instance);
  const safe = safeStorage(storage);
  const { locks, channel, onStorage } = world;
  const talk = channel
    ? overChannel(() => channel(key), env)
    : overStorage(safe, `hk:say=${instance ?? ''}`, env, onStorage);
  return {
    read: () => safe.get(key),
    write: (text) => safe.set(key, text),
    ...talk,
    lead: (onLead, onLost) =>
      locks
        ? leadByLock(locks, key, onLead, onLost)
        : leadByLease(safe, `hk:lead=${instance ?? ''}`, env, { onLead, onLost }),
  };
}

function readWorld(): LiveWorld {
  const { navigator, BroadcastChannel: Channel } = globalThis;
  return {
    ...(navigator?.locks ? { locks: navigator.locks } : {}),
    ...(typeof Channel === 'function' ? { channel: (name: string) => new Channel(name) as LiveChannel } : {}),
    onStorage(listener) {
      const hear = ({ key, newValue }: StorageEvent): void => listener(key, newValue);
      globalThis.addEventListener('storage', hear);
      return () => globalThis.removeEventListener('storage', hear);
    },
  };
}

interface SafeStorage {
  get(key: string): string | null;
  set(key: string, text: string | null): void;
}

/** A storage that is full or forbidden keeps nothing, and says so to nobody: the page goes on by itself. */
function safeStorage(storage: TextStorage | null): SafeStorage {
  const attempt = <T>(run: () => T): T | null => {
    try {
      return run();
    } catch {
      return null;
    }
  };
  return {
    get: (key) => attempt(() => storage?.getItem(key) ?? null),
    set: (key, text) => void attempt(() => (text === null ? storage?.removeItem(key) : storage?.setItem(key, text))),
  };
}

type Talk = Pick<LivePort, 'post' | 'listen'>;

/** One channel for all that listen, closed with the last of them; a post without any opens one for a moment. */
function overChannel(open: () => LiveChannel, env: Pick<Env, 'setTimer'>): Talk {
  const listeners = new Set<(message: unknown) => void>();
  let opened: LiveChannel | null = null;
  return {
    post(message) {
      const text = JSON.stringify(message);
      if (opened) return opened.postMessage(text);
      const brief = open();
      brief.postMessage(text);
      env.setTimer(() => brief.close(), 1000);
    },
    listen(listener) {
      listeners.add(listener);
      if (!opened) {
        opened = open();
        opened.onmessage = ({ data }: { data: unknown }) => {
          const message = parse(data);
          for (const each of [...listeners]) each(message);
        };
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        opened?.close();
        opened = null;
      };
    },
  };
}

/** A word is written and taken away again; the other tabs hear of the writing. */
function overStorage(
  storage: SafeStorage,
  key: string,
  env: Pick<Env, 'randomId'>,
  onStorage: LiveWorld['onStorage'],
): Talk {
  return {
    post(message) {
      storage.set(key, JSON.stringify({ once: env.randomId(), message }));
      storage.set(key, null);
    },
    listen: (listener) =>
      onStorage?.((changed, text) => {
        if (changed === key && text !== null) listener(own(parse(text), 'message'));
      }) ?? (() => {}),
  };
}

/** The browser gives the lock to the next in line when the tab that holds it dies. */
function leadByLock(locks: LiveLocks, name: string, onLead: () => void, onLost: () => void): () => void {
  const standing = new AbortController();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let leads = false;
  locks
    .request(name, { signal: standing.signal }, () => {
      if (standing.signal.aborted) return;
      leads = true;
      onLead();
      return held;
    })
    .catch((error: unknown) => {
      if (leads)
        onLost(); // it was stolen
      else if (!standing.signal.aborted) onLead(); // a page that may not lock (an opaque origin) is alone
      return error;
    });
  return () => {
    standing.abort();
    release();
  };
}

/**
 * Writes who leads and until when, looks again a moment later whether it stayed, and renews it. A page whose timers are held back longer than the lease loses it.
 * Where nothing can be kept each tab leads for itself.
 */
function leadByLease(
  storage: SafeStorage,
  key: string,
  env: BrowserLiveOptions['env'],
  { onLead, onLost }: { onLead: () => void; onLost: () => void },
): () => void {
  const me = env.randomId();
  let leads = false;
  let stopTimer = (): void => {};
  const isMine = (): boolean => own(parse(storage.get(key)), 'tab') === me;
  const claim = (): void => storage.set(key, JSON.stringify({ tab: me, until: env.now() + LEASE_MS }));
  const isFree = (): boolean => {
    const until = figure(own(parse(storage.get(key)), 'until')) ?? 0;
    return until <= env.now() || until > env.now() + 2 * LEASE_MS; // the wall clock was put back
  };
  const lead = (yes: boolean): void => {
    if (leads === yes) return;
    leads = yes;
    (yes ? onLead : onLost)();
  };
  const look = (): void => {
    let nextMs = RENEW_MS;
    if (isMine()) {
      claim();
      lead(true);
    } else if (isFree()) {
      claim();
      if (!isMine()) return lead(true);
      if (!leads) nextMs = 100 + 200 * env.random();
    } else lead(false);
    stopTimer = env.setTimer(look, nextMs);
  };
  stopTimer = env.setTimer(look, 0);
  return () => {
    stopTimer();
    if (isMine()) storage.set(key, null);
  };
}

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null; // not ours
  }
}
