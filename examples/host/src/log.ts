/** What a line of the log may hold: words of ours, ids and figures. Nothing that a customer wrote, no address, no token. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line. */
export type Log = (event: string, fields?: LogFields) => void;

/** A log of JSON lines, each with time, event and fields. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (event, fields) => write(JSON.stringify({ at: new Date(now()).toISOString(), event, ...fields }));
}
