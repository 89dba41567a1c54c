// What kind of help a question needs, decided in this browser; fetched while the customer writes it.
import { createTriage, type Triage } from '@helpkiosk/core';

/** Fetches the words of both languages, since people mix them, and makes the triage; rejects when a file cannot be had. */
export async function openTriage(): Promise<Triage> {
  const [{ englishTriage }, { chineseTriage }] = await Promise.all([
    import('./waiting-triage-en.js'),
    import('./waiting-triage-zh.js'),
  ]);
  return createTriage([englishTriage, chineseTriage]);
}
