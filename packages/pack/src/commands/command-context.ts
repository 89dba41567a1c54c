import type { Terminal } from './terminal.js';
import type { WidgetRelease } from './widget-release.js';

/**
 * What a command gets from its process: where it writes, the folder that paths are relative to, the installed widget
 * (rejects when there is none), and a signal that ends what would go on for ever.
 */
export interface CommandContext {
  terminal: Terminal;
  cwd: string;
  findRelease(): Promise<WidgetRelease>;
  signal: AbortSignal;
}

/** How a command ends: 0 done; 1 something is wrong with the content or the file system; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Says what is wrong with the words after a command, and how they go. */
export function refuseUsage(terminal: Terminal, message: string, usage: string): 2 {
  terminal.error(message);
  terminal.error(`Usage: ${usage}   (--help tells more)`);
  return 2;
}

/** `1 article`, `2 articles`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
