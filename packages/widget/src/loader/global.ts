import type { RawConfig } from '../app-contract.js';
import type { Instance } from './instance.js';

/** What the optional one-line stub leaves behind: calls made before this file arrived. */
type QueuedCall = [
  args: [string, ...unknown[]],
  settle: [resolve: (value: unknown) => void, reject: (error: unknown) => void],
];

export interface HelpGlobal {
  (verb: string, ...args: unknown[]): Promise<unknown>;
  q?: QueuedCall[];
  init?(config: RawConfig): Promise<unknown>;
}

declare global {
  interface Window {
    HelpKiosk?: HelpGlobal;
  }
}

const VERBS = 'init update open close toggle show hide search article suggest identify reset destroy on once off'.split(
  ' ',
);

/**
 * Installs `window.HelpKiosk`, the only global: callable with a verb, and the same verbs as methods; both give promises.
 * The first instance answers; further ones (other `name`) have a launcher of their own. Calls made before there is one,
 * by the stub or while a configuration is being fetched, are made in order as soon as there is.
 */
export function installGlobal(create: (config: RawConfig) => Instance, warn: (verb: string) => void): HelpGlobal {
  const instances = new Map<unknown, Instance>();
  const early = window.HelpKiosk?.q ?? [];
  const waiting: QueuedCall[] = [];
  const make = ([args, settle]: QueuedCall): void => void call(...args).then(...settle);
  const call: HelpGlobal = async (verb, ...args) => {
    const [first] = instances.values();
    if (!VERBS.includes(verb)) {
      warn(verb);
      throw Error(verb); // the warning has the sentence
    }
    if (verb === 'init') {
      const config = (args[0] ?? {}) as RawConfig;
      if (instances.has(config.name)) return; // a second tag of the same name is the same widget
      instances.set(config.name, create(config));
      waiting.splice(0).forEach(make);
    } else if (verb === 'destroy') {
      for (const instance of instances.values()) instance.destroy();
      delete window.HelpKiosk;
    } else
      return first ? first.run(verb, ...args) : new Promise((...settle) => waiting.push([[verb, ...args], settle]));
  };
  for (const verb of VERBS) (call as unknown as Record<string, unknown>)[verb] = call.bind(null, verb);
  window.HelpKiosk = call;
  early.forEach(make);
  return call;
}
