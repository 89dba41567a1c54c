// The page's side of the host protocol, version 1: docs/protocol.md.
import { createBrowserEnv, type Env, type HelpAdapter } from '@helpkiosk/core';
import { createEventPath } from '../stream/event-path.js';
import { carryByFetch, carryByXhr } from './carry-upload.js';
import { createHostAddress } from './host-address.js';
import { createHostSession, type ClaimPort } from './host-session.js';
import { createHostTime } from './host-time.js';
import { plainMethods } from './plain-methods.js';
import { publicMethods } from './public-methods.js';
import { createOpen } from './send.js';
import { streamedMethods } from './streamed-methods.js';
import { uploadMethod } from './upload-method.js';

export interface HostAdapterOptions {
  /** Base URL of the host; its routes lie under `/v1/`. A relative one is resolved against the document. */
  url: string;
  /** The owner's short-lived JWT of who is signed in; called for each new session. Empty or null: nobody is. */
  identity?: () => Promise<string | null>;
  /** Keeps the claim of an anonymous customer between pages (default: in memory). Not read or written while somebody is signed in. */
  claim?: ClaimPort;
  /** Default: the browser's. */
  env?: Env;
  /** Default: the page's. With another one, uploads go through it too, and their progress is 0 and 1 alone. */
  fetch?: typeof fetch;
}

/**
 * An adapter for a host that speaks the protocol. It has every method that the protocol has a route for; which of them the host serves, `supports` of its status says.
 * Nothing is asked before a method is called. A session is made when a method first needs one, kept in memory, and renewed once when the host answers 401;
 * hosts without sessions get the owner's JWT, or nothing. Answers are parsed and must have their one essential member; `readReceipt` and the other readers of core check
 * the rest. Failures are HelpErrors. For another customer make another adapter. Throws HelpError `config-invalid` for a `url` that is none.
 */
export function createHostAdapter(options: HostAdapterOptions): HelpAdapter {
  const { url, identity, claim, env = createBrowserEnv() } = options;
  const page = globalThis as { fetch?: typeof fetch; XMLHttpRequest?: typeof XMLHttpRequest };
  const carry = options.fetch ?? page.fetch!.bind(page);
  const carryFile = !options.fetch && page.XMLHttpRequest ? carryByXhr(page.XMLHttpRequest) : carryByFetch(carry);
  const time = createHostTime(env);
  const world = { env, time, address: createHostAddress(url) };
  const open = createOpen({ ...world, carry });
  const { known } = createHostSession({ env, time, open, identity, claim });
  const openFile = known(createOpen({ ...world, carry: carryFile }));
  const ports = { env, time, path: createEventPath(), open, openKnown: known(open), openFile };
  return { ...plainMethods(ports), ...publicMethods(ports), ...streamedMethods(ports), ...uploadMethod(ports) };
}
