/** How every driven Chromium is started. */
export const chromiumFlags: string[];

/** The path of a Chromium or Chrome; see browser.mjs. Rejects with one sentence that says what to do. */
export function findChromium(options?: { install?: boolean }): Promise<string>;
