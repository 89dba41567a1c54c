/** What a step comes to; `notes` are sentences for the screen. Skipped tests are among the failed. */
export interface Counts {
  passed: number;
  failed: number;
  notes: string[];
}

/** The report of a test runner as it is counted: one entry per test, and what failed outside any test. */
export interface TestReport {
  results: ('passed' | 'failed' | 'skipped')[];
  brokenFiles: string[];
}

/** Counts a report; see counts.mjs. */
export function countTests(report: TestReport | null, run: { code: number; timedOut: boolean }): Counts;

/** vitest's JSON report -> TestReport; null when it is none. */
export function readVitestReport(report: unknown): TestReport | null;
