// What the browser runner has done, as `npm test` counts it. Pure.

/**
 * The report of a run. Every file is counted in every engine; a file that failed outside its tests, or ran none, is
 * named with its engine, and so is an engine that ran no file at all.
 *
 * @type {typeof import('./browser-report.d.mts').reportSessions}
 */
export function reportSessions(sessions, engineNames) {
  const engines = engineNames.map((name) => {
    const own = sessions.filter(({ browser }) => browser.name === name).map(readSession);
    const brokenFiles = own.flatMap(({ brokenFile }) => brokenFile ?? []).map((file) => `${file} (${name})`);
    if (own.length === 0) brokenFiles.push(`every file (${name})`);
    return { name, results: own.flatMap(({ results }) => results), brokenFiles };
  });
  const count = (results, wanted) => results.filter((each) => (each === 'passed') === wanted).length;
  return {
    results: engines.flatMap(({ results }) => results),
    brokenFiles: engines.flatMap(({ brokenFiles }) => brokenFiles),
    engines: engines.map(
      ({ name, results, brokenFiles }) =>
        `${name}: ${count(results, true)} passed, ${count(results, false) + brokenFiles.length} failed`,
    ),
  };
}

function readSession({ testFile, testResults, errors, passed }) {
  const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
  const results = testsOf(testResults).map((test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'));
  const isBroken = errors.length > 0 || results.length === 0 || (!passed && !results.includes('failed'));
  return { results, brokenFile: isBroken ? testFile : undefined };
}
