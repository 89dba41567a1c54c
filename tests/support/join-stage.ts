// A page with a widget and a desk behind it that lives outside of the page, as a host does: for journeys into the line, over pages and tabs.
import type { HelpRequest, QueueSnapshot, ServiceStatus } from '@helpkiosk/core';
import type { BrowserContext, Page } from 'playwright-core';
import type { Stage, Visit, VisitOptions } from './stage.js';

/** What the host knows and has heard. A test changes it while pages look. */
export interface Desk {
  /** What every status says beside the time. */
  status: Partial<ServiceStatus>;
  /** Where the customer stands; null: it is their turn. */
  position: number | null;
  /** What lies under a snapshot beside its position and time. */
  queue: Partial<QueueSnapshot>;
  /** Requests for a person, in order. */
  requests: (HelpRequest & { key: string })[];
  /** Conversations that were left. */
  left: string[];
  /** When each page that holds a stream last heard of the line, in epoch ms. */
  heard: Map<string, number>;
}

/** How many pages hold a stream, by who has heard of the line in the last second. */
export const streamsOf = ({ heard }: Desk): number => [...heard.values()].filter((at) => at > Date.now() - 1000).length;

/** "3rd in line, about 4–7 min" for one who joins now. */
export const aDesk = (): Desk => ({
  status: {
    state: 'open',
    agents: { online: 4 },
    queue: { queueLength: 2, slots: 4, busySlots: 3 },
    wait: { p50Ms: 240_000, p90Ms: 420_000 },
    accuracy: { samples: 40, withinP90: 36 },
  },
  position: 3,
  queue: {
    queueLength: 6,
    slots: 4,
    busySlots: 4,
    handleTimeMs: 300_000,
    estimate: { p50Ms: 240_000, p90Ms: 420_000 },
  },
  requests: [],
  left: [],
  heard: new Map(),
});

export interface JoinVisit extends Visit {
  desk: Desk;
  /** Goes to another page of the same site. */
  walk(path: string): Promise<void>;
  /** Another tab of the same browser. */
  tab(path?: string): Promise<Page>;
}

/** Opens `/desk.html` (or `/desk-zh.html`, `/desk-2.html`): a page that calls `init` with an adapter. */
export async function visitDesk(stage: Stage, options: VisitOptions = {}, desk = aDesk()): Promise<JoinVisit> {
  const { path = '/desk.html', before, ...rest } = options;
  const visit = await stage.visit({
    ...rest,
    path,
    async before(page) {
      await serveDesk(page.context(), desk);
      await before?.(page);
    },
  });
  return {
    ...visit,
    desk,
    walk: async (next) => void (await visit.page.goto(stage.site.url + next)),
    async tab(next = '/desk.html') {
      const page = await visit.context.newPage();
      await page.goto(stage.site.url + next);
      return page;
    },
  };
}

const pageOf = (path: string): string => `<!doctype html><html lang="${path.includes('zh') ? 'zh-CN' : 'en'}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quayside</title></head>
<body><main><h1>Quayside</h1></main><script src="/helpkiosk/helpkiosk.js"></script></body></html>`;

async function serveDesk(context: BrowserContext, desk: Desk): Promise<void> {
  await context.route(/\/desk[\w-]*\.html$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(new URL(route.request().url()).pathname) }),
  );
  await context.exposeFunction('askDesk', (method: string, input: unknown) => answer(desk, method, input));
  await context.addInitScript(startKiosk);
}

function answer(desk: Desk, method: string, input: unknown): unknown {
  const observedAt = Date.now();
  switch (method) {
    case 'getServiceStatus': {
      const served = ['startConversation', 'resumeConversation', 'watchQueue', 'leaveQueue'];
      return { observedAt, supports: Object.fromEntries(served.map((name) => [name, true])), ...desk.status };
    }
    case 'startConversation':
      desk.requests.push(input as Desk['requests'][number]);
      return { conversationId: 'c1', state: 'queued' };
    case 'resumeConversation':
      return { state: desk.position === null ? 'open' : 'queued', messages: [], cursor: '0' };
    case 'leaveQueue':
      desk.left.push((input as { conversationId: string }).conversationId);
      return null;
    default:
      desk.heard.set(input as string, observedAt);
      return desk.position === null ? null : { ...desk.queue, position: desk.position, observedAt };
  }
}

/** Runs in the page, before anything else of it. */
function startKiosk(): void {
  type Ask = (method: string, input?: unknown) => Promise<unknown>;
  const { askDesk } = window as unknown as { askDesk: Ask };
  const tab = crypto.randomUUID();
  const call =
    (method: string) =>
    (input: unknown): Promise<unknown> =>
      askDesk(method, input);
  const watchQueue = async (
    { emit }: { emit(snapshot: unknown): void },
    { signal }: { signal: AbortSignal },
  ): Promise<void> => {
    while (!signal.aborted) {
      const snapshot = await askDesk('snapshot', tab);
      if (!snapshot) return;
      if (!signal.aborted) emit(snapshot);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const adapter = {
    getServiceStatus: call('getServiceStatus'),
    startConversation: call('startConversation'),
    resumeConversation: call('resumeConversation'),
    leaveQueue: call('leaveQueue'),
    watchQueue,
  };
  document.addEventListener('DOMContentLoaded', () => {
    const { HelpKiosk } = window as unknown as { HelpKiosk?: { init(config: object): Promise<unknown> } };
    void HelpKiosk?.init({ pack: '/pack/pack.json', adapter, contact: { email: 'help@example.com' } });
  });
}
