import type { HelpConfig, Problem } from '../contracts.js';
import { fitsField, isTextField } from './fields.js';

/** What could be read, and what could not: a customer gets the widget even where the owner made a slip. */
export interface ConfigReading {
  config: HelpConfig;
  /** Without a message, but for that of `config`: `describeRejected` (or the log) has one to add. */
  rejected: readonly Problem[];
}

/**
 * Reads a configuration own property by own property into a fresh object; nothing is merged and nothing inherited is seen.
 * Text in a field that is not text is read as JSON (`data-cache="false"`, `data-offset='{"block": 80}'`).
 * `config` holds why the block of `data-config` could not be read. A value that does not fit is left out and
 * reported, all problems at once; `undefined` counts as absent.
 */
export function readConfig(input: unknown): ConfigReading {
  const config: Record<string, unknown> = {};
  const rejected: Problem[] = [];
  if (Object(input) !== input) return { config, rejected: [{ path: '', message: '' }] };
  for (const [name, given] of Object.entries(input as object)) {
    if (given === undefined) continue;
    const value = isTextField(name) ? given : fromAttribute(given);
    if (fitsField(name, value)) config[name] = value;
    else rejected.push({ path: name, message: name === 'config' ? String(given) : '' });
  }
  return { config, rejected };
}

function fromAttribute(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value.replace(/^\./, '0.')) : value;
  } catch {
    return value;
  }
}
