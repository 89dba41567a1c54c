import { createInterface } from 'node:readline/promises';

/**
 * Where a command writes and asks. `progress` replaces one passing line, and is absent where nobody watches; `ask` gives the place
 * of the choice from 0, the first one when the answer is empty, and is absent where nobody can answer.
 */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  progress?(line: string): void;
  ask?(question: string, choices: readonly string[]): Promise<number>;
  /** Milliseconds of a clock that never goes back. */
  monotonic(): number;
}

/** The terminal of this process; progress goes to the error stream, and only when it is a screen. */
export function createProcessTerminal(): Terminal {
  let length = 0;
  const clear = (): void => {
    if (length) process.stderr.write(`\r${' '.repeat(length)}\r`);
    length = 0;
  };
  const progress = (line: string): void => {
    const shown = line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1));
    clear();
    process.stderr.write(shown);
    length = shown.length;
  };
  const isConversation = process.stdin.isTTY && process.stdout.isTTY;
  return {
    out(line) {
      clear();
      process.stdout.write(`${line}\n`);
    },
    error(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    monotonic: () => performance.now(),
    ...(process.stderr.isTTY ? { progress } : {}),
    ...(isConversation ? { ask } : {}),
  };
}

async function ask(question: string, choices: readonly string[]): Promise<number> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const stop = new AbortController();
  // Without this a question that nobody answers any more would wait for ever.
  for (const event of ['SIGINT', 'close'] as const) lines.once(event, () => stop.abort());
  try {
    const list = choices.map((choice, place) => `  ${place + 1}  ${choice}\n`).join('');
    for (;;) {
      const answer = (await lines.question(`${question}\n${list}[1] `, { signal: stop.signal })).trim();
      const place = answer === '' ? 0 : Number(answer) - 1;
      if (Number.isInteger(place) && place >= 0 && place < choices.length) return place;
    }
  } finally {
    lines.close();
  }
}
