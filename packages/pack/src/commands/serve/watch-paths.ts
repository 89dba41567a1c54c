import { basename } from 'node:path';
import { watch } from 'chokidar';

const QUIET_MS = 120;

/** `except` are paths below which nothing is watched; `onChange` is called once for changes that come within a moment. */
export interface WatchOptions {
  paths: readonly string[];
  except: readonly string[];
  onChange(): void;
  onError(error: unknown): void;
}

/**
 * Watches files and folders, which need not be there yet; hidden names and `node_modules` are left out. Resolves when the watch
 * stands, with a function that ends it.
 */
export async function watchPaths({ paths, except, onChange, onError }: WatchOptions): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const isIgnored = (path: string): boolean =>
    except.includes(path) || (!paths.includes(path) && /^(?:\.|node_modules$)/u.test(basename(path)));
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: false, ignored: isIgnored });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  watcher.on('error', onError);
  await new Promise<void>((done) => void watcher.once('ready', done));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
