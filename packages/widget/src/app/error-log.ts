import { isAbortError, type HelpError } from '@helpkiosk/core';

/** Writes each kind of error to the console once, in words for the people who build; those are loaded only then. */
export function createErrorLog(): (error: HelpError) => void {
  const told = new Set<string>();
  return (error) => {
    const key = `${error.code} ${String(error.details['file'])}`;
    if (isAbortError(error) || told.has(key)) return;
    told.add(key);
    import('./explain.js').then(
      ({ logError }) => logError(error),
      () => console.error('[HelpKiosk]', error),
    );
  };
}
