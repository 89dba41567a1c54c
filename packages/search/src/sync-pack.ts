import { HelpError, toHelpError, type ReadFile } from '@helpkiosk/core';
import { nearestLocale } from './nearest-locale.js';
import { filesOf, isContentOf, namesIn, type KeptFiles, type ReadManifest } from './kept-files.js';
import { MANIFEST_NAME, type PackFile, type PackLocale, type PackManifest } from './pack-format.js';
import { parseManifest } from './parse-pack.js';

/** Bodies of one language beyond this are not fetched ahead. */
const MAX_BYTES = 5_000_000;

export interface SyncPackOptions {
  kept: KeptFiles;
  /** Reads what is not kept; `pack.json` is the newest there is. */
  read: ReadFile;
  /** The customer's language: the nearest of the pack is kept, beside those that are kept already. */
  locale: string;
  /** The newest manifest, where it has been read already. */
  newest?: ReadManifest | undefined;
  signal?: AbortSignal;
}

/** The newest pack: its manifest, the files that were fetched for it, and whether all of it lies in the store now. */
export interface SyncedPack extends ReadManifest {
  fetched: ReadonlyMap<string, Uint8Array>;
  stored: boolean;
}

/**
 * Brings what is kept up to date. Files that are there already are not read again. Nothing is written before every new one
 * has arrived and been found whole; the manifest is written last. So whatever fails, the old pack stays as it was. The files of the pack before are
 * kept for one more change, for the sake of tabs that still answer from them.
 *
 * Rejects with the HelpError of the reading; a pack that the owner has taken away (`pack-missing` for `pack.json`) is no longer kept then.
 * A store that fails is no error: `stored` is false.
 */
export async function syncPack({ kept, read, locale, signal, ...known }: SyncPackOptions): Promise<SyncedPack> {
  const newest = known.newest ?? (await readNewest(kept, read, signal));
  const old = await kept.manifest();
  const there = await kept.names();
  const fetched = new Map<string, Uint8Array>();
  for (const { name } of filesToKeep(newest.manifest, locale, old?.manifest, there))
    if (!there.has(name)) fetched.set(name, await readWhole(read, name, signal));
  signal?.throwIfAborted();
  return { ...newest, fetched, stored: await store(kept, newest, old, fetched, there) };
}

async function readNewest(kept: KeptFiles, read: ReadFile, signal?: AbortSignal): Promise<ReadManifest> {
  try {
    const bytes = await read(MANIFEST_NAME, optional(signal));
    return { bytes, manifest: parseManifest(bytes) };
  } catch (thrown) {
    const error = toHelpError(thrown, 'network');
    // A page that stands in its place (of an airport's network, say) says nothing about the owner's wishes.
    if (error.code === 'pack-missing' && error.details['status'])
      await kept.remove([MANIFEST_NAME, ...(await kept.names())]);
    throw error;
  }
}

async function readWhole(read: ReadFile, name: string, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = await read(name, optional(signal));
  if (!isContentOf(name, bytes)) throw new HelpError('pack-missing', { file: name, reason: 'content' });
  return bytes;
}

const optional = (signal?: AbortSignal): { signal?: AbortSignal } => (signal ? { signal } : {});

function filesToKeep(
  { locales }: PackManifest,
  locale: string,
  old: PackManifest | undefined,
  there: ReadonlySet<string>,
): PackFile[] {
  const wanted = nearestLocale(locale, Object.keys(locales));
  const isKept = (tag: string): boolean => there.has(old?.locales[tag]?.index.name ?? '');
  return Object.entries(locales).flatMap(([tag, files]) => (tag === wanted || isKept(tag) ? withinLimit(files) : []));
}

function withinLimit(files: PackLocale): PackFile[] {
  let left = MAX_BYTES;
  return filesOf(files).filter(({ role, bytes }) => role !== 'articles' || (left -= bytes) >= 0);
}

async function store(
  kept: KeptFiles,
  newest: ReadManifest,
  old: ReadManifest | null,
  fetched: ReadonlyMap<string, Uint8Array>,
  there: ReadonlySet<string>,
): Promise<boolean> {
  try {
    for (const [name, bytes] of fetched) await kept.put(name, bytes);
    if (old?.manifest.version !== newest.manifest.version) {
      await kept.commit(newest);
      const used = new Set([MANIFEST_NAME, ...namesIn(newest.manifest), ...(old ? namesIn(old.manifest) : [])]);
      await kept.remove([...there].filter((name) => !used.has(name)));
    }
    return true;
  } catch {
    await kept.remove(fetched.keys()); // a full disk keeps the old pack, not half of a new one
    return false;
  }
}
