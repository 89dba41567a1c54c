import type { TestReport } from './counts.d.mts';

/** What is read of one file's run in one engine; the browser runner gives more. */
export interface EngineSession {
  browser: { name: string };
  testFile: string;
  testResults?: Suite;
  errors: readonly unknown[];
  passed: boolean;
}

interface Suite {
  tests: readonly { passed: boolean; skipped: boolean }[];
  suites: readonly Suite[];
}

/** A report with one sentence for each engine. */
export interface EngineReport extends TestReport {
  engines: string[];
}

/** The report of a run in the named engines; see browser-report.mjs. */
export function reportSessions(sessions: readonly EngineSession[], engineNames: readonly string[]): EngineReport;
