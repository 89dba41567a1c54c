import { parseArgs } from 'node:util';
import type { HostOptions } from './options.js';

/** `votesTo`: write the votes on articles into this file, and run no host. */
export type CommandLine = HostOptions & { votesTo?: string };

/**
 * Options from the command line; secrets and addresses of databases from the environment, because command lines are seen by everybody on the machine. Throws with a
 * sentence for what is not understood.
 */
export function readCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4180' },
      hostname: { type: 'string' },
      store: { type: 'string' },
      origin: { type: 'string', multiple: true },
      'trusted-proxies': { type: 'string' },
      'jwks-url': { type: 'string' },
      issuer: { type: 'string' },
      audience: { type: 'string' },
      staff: { type: 'boolean', default: false },
      agents: { type: 'string' },
      visitors: { type: 'string' },
      pace: { type: 'string' },
      'votes-to': { type: 'string' },
    },
  });
  const { HELPKIOSK_JWT_SECRET: secret, HELPKIOSK_TOKEN_SECRET: tokenSecret, DATABASE_URL: databaseUrl } = environment;
  const identity = given({ secret, jwksUrl: values['jwks-url'], issuer: values.issuer, audience: values.audience });
  const staff = given({
    agents: numberOf('agents', values.agents),
    visitors: numberOf('visitors', values.visitors),
    pace: numberOf('pace', values.pace),
  });
  return {
    ...{ port: numberOf('port', values.port)!, origins: values.origin ?? [], identity },
    staff: values.staff ? staff : false,
    ...given({ hostname: values.hostname, store: values.store, databaseUrl, tokenSecret }),
    ...given({ trustedProxies: numberOf('trusted-proxies', values['trusted-proxies']), votesTo: values['votes-to'] }),
  };
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!text.trim() || !(number >= 0 && number < Infinity)) throw new Error(`--${name} is a number, 0 or more`);
  return number;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what was not given. */
const given = <T extends object>(options: T): Given<T> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<T>;
