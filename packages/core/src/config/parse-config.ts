import type { HelpConfig, Problem } from '../contracts.js';
import { HelpError } from '../errors.js';
import { describeRejected } from './expectations.js';
import { readConfig } from './read-config.js';

/** The configuration, or one HelpError `config-invalid` whose `details.problems` names every option that does not fit, and why. */
export function parseConfig(input: unknown): HelpConfig {
  const { config, rejected } = readConfig(input);
  if (rejected.length)
    throw new HelpError('config-invalid', { problems: rejected.map(describeRejected) satisfies Problem[] });
  return config;
}
