/** Where a command writes. `progress` replaces one passing line, and is absent where nobody watches. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  progress?(line: string): void;
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
    clear();
    process.stderr.write(line);
    length = line.length;
  };
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
  };
}
