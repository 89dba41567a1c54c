// One page of the zoo in a browser, and what a customer does there with a real mouse and keyboard.
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { startHabitat, type Folders, type Habitat } from './habitat.js';
import { compareTraces, readTraces, type Traces } from './traces.js';
import { watchPage, type Complaints } from './watch-page.js';
import type { ZooPage } from './zoo-page.js';

/** A page that has been opened; `control` is what it was without the widget. */
export interface Visit {
  zooPage: ZooPage;
  page: Page;
  /** Where the widget lives: the page itself, or its sandboxed frame. */
  frame: Frame;
  habitat: Habitat;
  complaints: Complaints;
  control: Traces;
  controlListeners: string[];
  close(): Promise<void>;
}

/** Opens a page: first without the widget, to learn what it is, then with it. */
export async function startVisit(browser: Browser, folders: Folders, zooPage: ZooPage): Promise<Visit> {
  const habitat = await startHabitat(zooPage, folders);
  const context = await browser.newContext({ viewport: { width: zooPage.width ?? 1200, height: 900 } });
  const close = async (): Promise<void> => {
    await context.close();
    await habitat.close();
  };
  try {
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = await watchPage(page);
    const { control, controlListeners } = await readControl(page, zooPage, habitat.controlUrl);
    await page.goto(habitat.pageUrl, { waitUntil: zooPage.tagDelayMs ? 'commit' : 'load' });
    const frame = frameOf(page, zooPage);
    return { zooPage, page, frame, habitat, complaints, control, controlListeners, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the page is without the widget; the page itself will be one more entry in the history of the tab. */
async function readControl(
  page: Page,
  zooPage: ZooPage,
  url: string,
): Promise<Pick<Visit, 'control' | 'controlListeners'>> {
  await page.goto(url);
  const frame = frameOf(page, zooPage);
  const facts = await readTraces(frame);
  const control = { ...facts, 'history entries': `${Number(facts['history entries']) + 1}` };
  return { control, controlListeners: await readListeners(page, zooPage) };
}

const frameOf = (page: Page, { sandboxed }: ZooPage): Frame => (sandboxed ? page.frames()[1]! : page.mainFrame());

/** The button that the page shows from the start. */
export const launcherIn = (frame: Frame): Locator => frame.locator('help-kiosk [part=launcher]');
/** The dialog. */
export const panelIn = (frame: Frame): Locator => frame.locator('help-kiosk [part=panel]');
/** The field for the question. */
export const fieldIn = (frame: Frame): Locator => panelIn(frame).locator('input[role=combobox]');
/** The first of the results. */
export const firstResultIn = (frame: Frame): Locator => panelIn(frame).locator('[role=option]').first();

/** Presses the launcher in its middle, whatever may lie there. */
export async function pressLauncher({ page, frame }: Visit): Promise<void> {
  const launcher = launcherIn(frame);
  await launcher.waitFor();
  const box = (await launcher.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens the panel with the mouse; rejects when it does not come. */
export async function openPanel(visit: Visit): Promise<void> {
  await pressLauncher(visit);
  await fieldIn(visit.frame).waitFor();
}

/** Types a question where the focus is and gives the text of the first result, which begins with its title. */
export async function ask({ page, frame }: Visit, text: string): Promise<string> {
  await page.keyboard.type(text);
  const first = firstResultIn(frame);
  await first.waitFor();
  let shown = await first.innerText();
  for (;;) {
    await page.waitForTimeout(150); // letters before the last one have answers of their own
    const now = await first.innerText();
    if (now === shown) return now;
    shown = now;
  }
}

/** Presses Escape; rejects when the panel stays. */
export async function closePanel({ page, frame }: Visit): Promise<void> {
  await page.keyboard.press('Escape');
  await panelIn(frame).waitFor({ state: 'hidden' });
}

/** What the mouse would hit in the middle of an element of the widget: empty when it is that element, else its name. */
export function findCover(element: Element): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  const root = element.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint(left, top);
  if (hit && (element === hit || element.contains(hit))) return '';
  const cover = hit ?? document.elementFromPoint(left, top);
  return cover ? `${cover.localName}#${cover.id}.${cover.className}` : `nothing at ${left}, ${top}`;
}

/** The element that has the focus, through shadow roots: `help-kiosk > button[launcher]`. */
export function nameFocus(): string {
  const names: string[] = [];
  for (let active = document.activeElement; active; active = active.shadowRoot?.activeElement ?? null)
    names.push(`${active.localName}${active.hasAttribute('part') ? `[${active.getAttribute('part')}]` : ''}`);
  return names.join(' > ');
}

/** What has changed since the page was without the widget. */
export async function readChanges({ frame, control }: Visit): Promise<{ now: Traces; changes: string[] }> {
  const now = await readTraces(frame);
  return { now, changes: compareTraces(control, now) };
}

/** The listeners on the window and the document, as `window resize`, sorted. A frame of its own process is not looked into. */
export async function readListeners(page: Page, { sandboxed }: ZooPage): Promise<string[]> {
  if (sandboxed) return [];
  await page.locator('footer').evaluate(() => {}); // brings in the listeners of the driver itself
  const session = await page.context().newCDPSession(page);
  const names: string[] = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'visualViewport']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
    names.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  await session.detach();
  return names.sort();
}
