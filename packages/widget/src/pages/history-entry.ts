/** The mark of our entry in the state of the page's history; the page's own state is kept beside it. */
const MARK = 'helpkiosk';

/** One entry of ours in the history while the panel is open, so that the way back closes the panel and does not leave the page. */
export interface HistoryEntry {
  push(): void;
  /** Takes it back, unless the page has gone on from it. */
  drop(): void;
  stop(): void;
}

/** `onBack` is called when the customer has gone back over it. */
export function createHistoryEntry(onBack: () => void): HistoryEntry {
  let pushed = false;
  const isCurrent = (): boolean => Boolean((history.state as Record<string, unknown> | null)?.[MARK]);
  const handleBack = (): void => {
    if (!pushed || isCurrent()) return;
    pushed = false;
    onBack();
  };
  addEventListener('popstate', handleBack);
  return {
    push() {
      if (pushed) return;
      pushed = true;
      if (!isCurrent()) history.pushState({ ...(history.state as object | null), [MARK]: true }, ''); // a reload keeps ours
    },
    drop() {
      const takeBack = pushed && isCurrent();
      pushed = false;
      if (takeBack) history.back();
    },
    stop: () => removeEventListener('popstate', handleBack),
  };
}
