/** How every driven Chromium is started. */
export const chromiumFlags: string[];

/** The variable that gives the path of a program, and by which it is asked for. */
export type ProgramVariable = 'CHROME_PATH' | 'FIREFOX_PATH' | 'WEBKIT_DRIVER_PATH' | 'XVFB_PATH' | 'HEADLESS_PATH';

/** What all three engines need. */
export const allPrograms: ProgramVariable[];

/**
 * The paths of programs, as an environment for those that need them. `install` (false by default) lets apt-get bring
 * what is missing, on Debian and as root. Rejects with one sentence that says what to do.
 */
export function findPrograms<V extends ProgramVariable>(
  variables: readonly V[],
  options?: { install?: boolean },
): Promise<Record<V, string>>;

/** The path of a Chromium or Chrome. Rejects with one sentence that says what to do. */
export function findChromium(options?: { install?: boolean }): Promise<string>;

/** The Chromium that journeys drive: one without windows where there is one or can be installed, else any. */
export function findHeadless(options?: { install?: boolean }): Promise<string>;
