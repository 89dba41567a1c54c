import type { CommandContext } from '../command-context.js';
import { createTemporaryFolder } from '../../testing/temporary-folder.js';
import { join } from 'node:path';
import { readRelease } from '../widget-release.js';

/** A context whose terminal writes into lists. For tests. */
export interface FakeContext extends CommandContext {
  out: string[];
  errors: string[];
  progress: string[];
  stop(): void;
}

/** `clock` is the terminal's; `answers` are given to its questions in turn, and without them it cannot ask. */
export function aContext(
  cwd: string,
  { clock = () => 0, answers }: { clock?: () => number; answers?: number[] } = {},
): FakeContext {
  const stop = new AbortController();
  const [out, errors, progress]: [string[], string[], string[]] = [[], [], []];
  return {
    out,
    errors,
    progress,
    cwd,
    signal: stop.signal,
    stop: () => stop.abort(),
    findRelease: () => readRelease(join(cwd, 'widget')),
    terminal: {
      out: (line) => void out.push(line),
      error: (line) => void errors.push(line),
      progress: (line) => void progress.push(line),
      monotonic: clock,
      ...(answers ? { ask: async () => answers.shift() ?? 0 } : {}),
    },
  };
}

/** What an installed widget looks like, as far as the commands care, in the folder `widget`. */
export const A_WIDGET: Readonly<Record<string, string>> = {
  'widget/package.json': '{"version": "1.2.3"}',
  'widget/dist/helpkiosk.js': '// the tag',
  'widget/dist/locale/en/home.js': '// words',
  'widget/dist/types/index.d.ts': '// for compilers',
};

/** Runs `use` with a context in a new folder that has these files. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (context: FakeContext, path: string) => Promise<T>,
  options?: Parameters<typeof aContext>[1],
): Promise<T> {
  const folder = await createTemporaryFolder(files);
  const context = aContext(folder.path, options);
  try {
    return await use(context, folder.path);
  } finally {
    context.stop();
    await folder.remove();
  }
}
