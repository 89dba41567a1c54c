// The round that is made on every page: find it, open it, ask, close it, take it away; and what may not happen meanwhile.
import { judgePresence } from './traces.js';
import {
  ask,
  closePanel,
  fieldIn,
  findCover,
  launcherIn,
  nameFocus,
  openPanel,
  readChanges,
  readListeners,
  type Visit,
} from './visit.js';
import { collectReports } from './watch-page.js';

/** Finds nothing wrong, or says what, one line each. `hosts` is how many widgets the page has, 1 by default. */
export async function makeTour(visit: Visit, { hosts = 1 }: { hosts?: number } = {}): Promise<string[]> {
  const problems: string[] = [];
  try {
    await lookAround(visit, hosts, problems);
    await useWidget(visit, hosts, problems);
    await takeAway(visit, problems);
  } catch (error) {
    problems.push(`stopped: ${String(error).split('\n').slice(0, 3).join(' ')}`);
  }
  return [...problems, ...(await judgeComplaints(visit))];
}

async function lookAround(visit: Visit, hosts: number, problems: string[]): Promise<void> {
  const launcher = launcherIn(visit.frame).first();
  await launcher.waitFor();
  const cover = await launcher.evaluate(findCover);
  if (cover) problems.push(`the launcher is covered by ${cover}`);
  await note('with the launcher', visit, hosts, problems);
}

async function useWidget(visit: Visit, hosts: number, problems: string[]): Promise<void> {
  const { frame, page, zooPage } = visit;
  const { query = 'refund', answer = 'How long a refund takes', workers } = zooPage;
  await openPanel(visit);
  const cover = await fieldIn(frame).evaluate(findCover);
  if (cover) problems.push(`the search field is covered by ${cover}`);
  const first = await ask(visit, query);
  if (!first.startsWith(answer)) problems.push(`the first result for "${query}" is "${first}", expected "${answer}"`);
  const running = page.workers().length;
  // Once the page is at rest each may have a second one beside it, which keeps the pack.
  if (workers !== undefined && (running < workers || running > 2 * workers))
    problems.push(`${running} workers, expected ${workers}`);
  await note('while open', visit, hosts, problems);
  await closePanel(visit);
  const focus = await frame.evaluate(nameFocus);
  if (focus !== 'help-kiosk > button[launcher]') problems.push(`after Escape the focus is on ${focus}`);
}

async function note(when: string, visit: Visit, hosts: number, problems: string[]): Promise<void> {
  const { now, changes } = await readChanges(visit);
  problems.push(...[...judgePresence(now, hosts), ...changes].map((line) => `${when}: ${line}`));
}

/** Removes the widget by the page's own call; after it the page must be what it was. */
export async function takeAway(visit: Visit, problems: string[]): Promise<void> {
  const { frame, page } = visit;
  await frame.evaluate("HelpKiosk('destroy')");
  await frame.evaluate(() => new Promise(requestAnimationFrame));
  await note('after destroy', visit, 0, problems);
  const listeners = await readListeners(page, visit.zooPage);
  if (String(listeners) !== String(visit.controlListeners))
    problems.push(`after destroy: listeners ${listeners.join(', ')}, before: ${visit.controlListeners.join(', ')}`);
  if (page.workers().length) problems.push('after destroy: a worker runs');
}

/** What the page complained about, beside what belongs to the case. Ends the listening. */
export async function judgeComplaints({ zooPage, frame, habitat, complaints }: Visit): Promise<string[]> {
  const { policy, reports: expected = [], consoleErrors: known } = zooPage;
  complaints.stop();
  const problems = complaints.errors.map((text) => `uncaught: ${text}`);
  for (const text of complaints.consoleErrors) if (!known?.test(text)) problems.push(`console: ${text}`);
  if (!policy) return problems;
  const { events, posted } = await collectReports(frame, habitat.reports);
  for (const [kind, reports] of Object.entries({ events, posted })) {
    const names = reports.map(({ directive }) => directive);
    if (String(names) !== String(expected))
      problems.push(
        `reports (${kind}): ${reports.map(({ directive, blocked }) => `${directive} ${blocked}`).join(', ') || 'none'}, expected ${expected.join(', ') || 'none'}`,
      );
  }
  return problems;
}
