/** One package of a lockfile, as far as it is compared. */
export interface LockEntry {
  version?: string;
  integrity?: string;
  link?: boolean;
  resolved?: string;
  optional?: boolean;
  devOptional?: boolean;
}

/** A lockfile of npm, version 3. */
export interface Lock {
  packages?: Record<string, LockEntry>;
}

/** Runs `npm ci` when node_modules is not what package-lock.json says. Rejects when that fails. */
export function ensureInstalled(): Promise<void>;

/** Says where the installed packages differ from the lockfile, or null when they do not. */
export function findLockDifference(wanted: Lock | null, installed: Lock | null): string | null;
