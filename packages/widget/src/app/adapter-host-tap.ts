// The adapter that everything on the page works with: the owner's own, or the host's client, which is fetched at its first call. What is said to it is heard.
import { createStore, type CallOptions, type HelpAdapter, type HelpConfig, type Store } from '@helpkiosk/core';

type Name = keyof HelpAdapter;
type Call = (input: unknown, options: CallOptions) => unknown;

const NAMES: readonly Name[] = [
  ...(['getServiceStatus', 'watchQueue', 'startConversation', 'resumeConversation', 'watchConversation'] as const),
  ...(['sendMessage', 'setTyping', 'markRead', 'leaveQueue', 'endConversation', 'upload', 'submitTicket'] as const),
  ...(['getTicket', 'replyToTicket', 'requestCallback', 'sendRating', 'search', 'runAction', 'ask', 'report'] as const),
];

export interface TapPorts {
  /** The client of the host, fetched now. */
  openHost(url: string): Promise<HelpAdapter>;
  /** Hears of each call, before it is made. */
  onCall(name: string, input: unknown): void;
  onStatus(status: unknown): void;
}

/** The configuration with that adapter in it; an adapter in code wins over `host`. With neither it is the configuration as it is. */
export function tapConfig(config: Store<HelpConfig>, ports: TapPorts): Store<HelpConfig> {
  let made: HelpAdapter | undefined;
  let from: unknown;
  const tapped = (now: HelpConfig): HelpConfig => {
    const source = now.adapter ?? now.host;
    if (source !== from) {
      from = source;
      made = now.adapter ? tapOf(now.adapter, ports) : now.host ? tapHost(now.host, config, ports) : undefined;
    }
    return made ? { ...now, adapter: made } : now;
  };
  const served = createStore(tapped(config.get()));
  config.subscribe((now) => served.set(tapped(now)));
  return served;
}

/** Presence is capability: what the owner's adapter lacks, this one lacks. */
const tapOf = (adapter: HelpAdapter, ports: TapPorts): HelpAdapter =>
  withMethods(
    NAMES.filter((name) => typeof adapter[name] === 'function'),
    (name, input, options) => (adapter[name] as Call).call(adapter, input, options),
    ports,
  );

/** All that the protocol has a route for; what of it is served, the host's status tells. */
function tapHost(url: string, config: Store<HelpConfig>, ports: TapPorts): HelpAdapter {
  let opening: Promise<HelpAdapter> | null = null;
  let openedFor: unknown;
  const open = (): Promise<HelpAdapter> => {
    const { identity } = config.get();
    if (identity !== openedFor) opening = null; // another customer has a session of their own
    openedFor = identity;
    opening ??= ports.openHost(url).catch((error: unknown) => {
      opening = null; // the file did not come: the next call asks for it again
      throw error;
    });
    return opening;
  };
  return withMethods(
    NAMES.filter((name) => name !== 'watchQueue'),
    async (name, input, options) => {
      const adapter = await open();
      options.signal.throwIfAborted();
      return (adapter[name] as Call | undefined)?.call(adapter, input, options);
    },
    ports,
  );
}

function withMethods(
  names: readonly Name[],
  run: (name: Name, input: unknown, options: CallOptions) => unknown,
  { onCall, onStatus }: TapPorts,
): HelpAdapter {
  const methods = names.map((name) => [
    name,
    async (input: unknown, options: CallOptions) => {
      onCall(name, input);
      const answer = await run(name, input, options);
      if (name === 'getServiceStatus') onStatus(answer);
      return answer;
    },
  ]);
  return Object.fromEntries(methods) as HelpAdapter;
}
