/** A running Groonga. */
export interface Groonga {
  readonly pid: number;
  /** One command with its parameters; gives its answer. Rejects with what Groonga says is wrong. */
  send(name: string, parameters?: Readonly<Record<string, string>>, body?: unknown): Promise<unknown>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts Groonga over the database in `folder`. Rejects when the program (default `groonga`) is not there or does not answer. */
export function startGroonga(options: { folder: string; port: number; program?: string }): Promise<Groonga>;
