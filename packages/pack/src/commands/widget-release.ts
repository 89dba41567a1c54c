import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The files of an installed widget, as they are served from one folder, with paths below it. */
export interface WidgetRelease {
  version: string;
  folder: string;
  files: readonly string[];
}

/** What the package holds for compilers, and no page asks for. */
const NOT_SERVED = /^types\/|\.tsbuildinfo$|\.map$/u;

/**
 * The release of the `@helpkiosk/widget` that is installed beside this package. Its files are copied, never run. Rejects when it is
 * not installed, or in a clone not yet built.
 */
export async function findInstalledRelease(): Promise<WidgetRelease> {
  const manifest = createRequire(import.meta.url).resolve('@helpkiosk/widget/package.json');
  return readRelease(dirname(manifest));
}

/** The release in a folder that has the widget's `package.json` and `dist`. Rejects when one of them is missing. */
export async function readRelease(packageFolder: string): Promise<WidgetRelease> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(packageFolder, 'dist');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    ) // prettier-ignore
    .filter((path) => !NOT_SERVED.test(path))
    .sort();
  if (!files.includes('helpkiosk.js'))
    throw new Error(`${folder} has no helpkiosk.js: install @helpkiosk/widget again`);
  return { version, folder, files };
}
