import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPrograms, type ProgramVariable } from '../scripts/lib/browser.mjs';
import { keyCharacter } from '../scripts/lib/browser-keys.mjs';
import { reportSessions, type EngineSession } from '../scripts/lib/browser-report.mjs';

describe('reportSessions', () => {
  const aSession = (engine: string, session: Partial<EngineSession> = {}): EngineSession => ({
    browser: { name: engine },
    testFile: 'a.test.ts',
    testResults: { tests: [{ passed: true, skipped: false }], suites: [] },
    errors: [],
    passed: true,
    ...session,
  });
  const failing = { tests: [{ passed: false, skipped: false }], suites: [] };

  it('counts a test once for each engine, those of inner suites too', () => {
    const suites = [{ tests: [{ passed: false, skipped: true }], suites: [failing] }];
    const sessions = [
      aSession('Chromium'),
      aSession('Firefox', { testResults: { tests: [], suites }, passed: false }),
      aSession('WebKit', { testResults: failing, passed: false }),
    ];
    expect(reportSessions(sessions, ['Chromium', 'Firefox', 'WebKit'])).toEqual({
      results: ['passed', 'skipped', 'failed', 'failed'],
      brokenFiles: [],
      engines: ['Chromium: 1 passed, 0 failed', 'Firefox: 0 passed, 2 failed', 'WebKit: 0 passed, 1 failed'],
    });
  });

  it.each<[string, Partial<EngineSession>]>([
    ['that failed outside its tests', { errors: [new Error('x')], passed: false }],
    ['without a test', { testResults: { tests: [], suites: [] } }],
    ['whose run broke off', { testResults: undefined, passed: false }],
  ])('names a file %s with its engine', (_, session) => {
    const { brokenFiles, engines } = reportSessions([aSession('WebKit', session)], ['WebKit']);
    expect(brokenFiles).toEqual(['a.test.ts (WebKit)']);
    expect(engines[0]).toMatch(/, 1 failed$/);
  });

  it('names an engine in which nothing was run', () => {
    const { brokenFiles, engines } = reportSessions([aSession('Chromium')], ['Chromium', 'Firefox']);
    expect([brokenFiles, engines[1]]).toEqual([['every file (Firefox)'], 'Firefox: 0 passed, 1 failed']);
  });
});

describe('findPrograms', () => {
  let folder: string;
  const asked: ProgramVariable[] = ['FIREFOX_PATH', 'WEBKIT_DRIVER_PATH'];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'helpkiosk-programs-'));
    for (const name of ['firefox', 'driver', 'text']) await writeFile(join(folder, name), '');
    for (const name of ['firefox', 'driver']) await chmod(join(folder, name), 0o755);
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('takes the paths that are given', async () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'firefox'));
    vi.stubEnv('WEBKIT_DRIVER_PATH', join(folder, 'driver'));
    const [FIREFOX_PATH, WEBKIT_DRIVER_PATH] = [join(folder, 'firefox'), join(folder, 'driver')];
    expect(await findPrograms(asked)).toEqual({ FIREFOX_PATH, WEBKIT_DRIVER_PATH });
  });

  it('refuses a given path that cannot be run, rather than another program', async () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'text'));
    await expect(findPrograms(asked)).rejects.toThrow(/^FIREFOX_PATH is .*set it to the path of Firefox\.$/);
  });

  it('says in one sentence what is missing and what to do', async () => {
    for (const name of [...asked, 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']) vi.stubEnv(name, undefined);
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    const rejection = expect(findPrograms(asked)).rejects;
    await rejection.toThrow(
      'Firefox, WebKitWebDriver were not found: install (on Debian: apt-get install firefox-esr webkit2gtk-driver) or set FIREFOX_PATH, WEBKIT_DRIVER_PATH to the paths, and run the command again.',
    );
    vi.restoreAllMocks();
  });
});

describe('keyCharacter', () => {
  it('leaves a letter as it is, and knows keys by their names', () => {
    expect(['a', '款', 'Enter', 'ArrowDown'].map(keyCharacter)).toEqual(['a', '款', '\uE007', '\uE015']);
  });

  it('refuses a name that it does not know, rather than type its letters', () => {
    expect(() => keyCharacter('ArrowDwon')).toThrow('ArrowDwon is not a key');
  });
});
