// Queue, estimates, office hours, promises (docs: waiting).

export interface QueueSnapshot {
  observedAt: number;
  position?: number;
  queueLength?: number;
  agentsOnline?: number;
  slots?: number;
  busySlots?: number;
  handleTimeMs?: number;
  longestWaitMs?: number;
  recentStarts?: readonly { at: number; waitMs: number }[]; // the last <= 20 service starts, zero waits included
  capacityForecast?: readonly { at: number; slots: number }[];
  estimate?: { p50Ms: number; p90Ms: number }; // the host's own figure wins
}
export interface WaitEstimate {
  p50Ms: number;
  p90Ms: number;
  basis: 'host' | 'full' | 'history' | 'staff' | 'position';
  confidence: 'low' | 'medium' | 'high';
  stalled: boolean; /* no start for three expected intervals, or staff down by 40 % within two minutes */
}
export interface WaitEstimator {
  observe(snapshot: QueueSnapshot): void;
  estimate(now: number, me: { position: number; waitedMs?: number; priority?: Priority }): WaitEstimate | null;
}
export interface WaitView {
  kind: 'soon' | 'range' | 'over' | 'unknown';
  position: number;
  fromMin?: number;
  toMin?: number;
  changed: 'none' | 'down' | 'up';
  reason?: WaitReason;
  pending?: unknown;
}
// fromMin rounds down and toMin up, to the step of each (WAIT.md); soon = p90 under a minute; above 60 toMin is absent; a rise is judged on p90; stalled or null gives unknown.
// core/queue derives the cause: position up -> urgent-first; slots down -> fewer-agents; handle time up -> longer-conversations; outage notice -> outage.
export type WaitReason = 'urgent-first' | 'fewer-agents' | 'longer-conversations' | 'outage';
// hours and promises
export interface OfficeHoursSchedule {
  desks: readonly Desk[];
} // open while any desk that serves the asker is open; touching spans are one
export interface Desk {
  id?: string;
  name?: string;
  timeZone: string; // IANA; dates and times below are wall time there
  weekly?: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Span[]>>; // 1 = Monday; a missing day is closed
  holidays?: readonly LocalDate[]; // removes the spans that begin on it
  special?: Readonly<Record<LocalDate, readonly Span[]>>; // replaces holiday and weekly; [] is closed
  serves?: { channels?: readonly string[]; languages?: readonly string[]; tiers?: readonly string[] }; // a list left out serves all
}
export type Span = readonly [open: LocalTime, close: LocalTime]; // 'HH:MM'; close <= open ends next day; ['00:00','24:00'] is the whole day
export type LocalDate = string;
export type LocalTime = string;
export interface OfficeHours {
  isOpen(at: number): boolean;
  nextChange(at: number): number | null;
  state(at: number): { open: boolean; closesAt: number | null; opensAt: number | null }; // null: none within 370 days
  nextWorkingDay(at: number): { openAt: number; closeAt: number } | null;
} // first desk that serves the asker; strictly after at's local date there; closeAt = end of that date's last own span
export type Priority = 'p0' | 'p1' | 'normal';
export type ReplyRule =
  { basis: 'clock' | 'business'; minutes: number } | { basis: 'next-working-day'; by?: 'close' | 'open' };
export type ReplyPolicy = Record<Priority, ReplyRule> & { whenClosed?: Partial<Record<Priority, ReplyRule>> };
