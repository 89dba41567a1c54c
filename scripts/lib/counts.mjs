// Turns the reports of the test runners into the numbers of the counting line. Pure.

/**
 * Counts a report. Never says that all is well when it is not known: a runner that left no report, ran no test, was
 * stopped, or ended with an error that no test shows is one failure; a skipped test is one too.
 *
 * @type {typeof import('./counts.d.mts').countTests}
 */
export function countTests(report, { code, timedOut }) {
  const notes = [];
  const count = (result) => report?.results.filter((each) => each === result).length ?? 0;
  const passed = count('passed');
  const skipped = count('skipped');
  let failed = count('failed') + skipped;
  if (skipped > 0) notes.push(`${skipped} skipped, which counts as failed.`);
  for (const file of report?.brokenFiles ?? []) {
    failed += 1;
    notes.push(`${file} failed outside its tests.`);
  }
  const fault = findFault(report, { code, timedOut, failed });
  if (fault) {
    failed += 1;
    notes.push(fault);
  }
  return { passed, failed, notes };
}

function findFault(report, { code, timedOut, failed }) {
  if (timedOut) return 'The runner was stopped at its time limit.';
  if (!report) return `The runner left no report (exit code ${code}).`;
  if (report.results.length === 0 && failed === 0) return 'The runner executed no test.';
  if (code !== 0 && failed === 0) return `The runner ended with exit code ${code}, though no test failed.`;
  return null;
}

/**
 * vitest's JSON report in the form that `countTests` takes.
 *
 * @type {typeof import('./counts.d.mts').readVitestReport}
 */
export function readVitestReport(report) {
  if (!Array.isArray(report?.testResults)) return null;
  const results = [];
  const brokenFiles = [];
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map(({ status }) =>
      status === 'passed' || status === 'failed' ? status : 'skipped',
    );
    results.push(...statuses);
    if (file.status === 'failed' && !statuses.includes('failed')) brokenFiles.push(file.name);
  }
  return { results, brokenFiles };
}
