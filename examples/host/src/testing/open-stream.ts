/** An event stream as a test reads it. */
export interface OpenStream {
  readonly status: number;
  readonly events: { id: string; type: string; data: Record<string, unknown> }[];
  /** Heartbeats so far. */
  comments(): number;
  /** Fulfilled when so many events have come in all; rejects when the stream ends before. */
  reach(count: number): Promise<void>;
  /** Fulfilled when so many heartbeats have come in all. */
  reachComments(count: number): Promise<void>;
  /** Fulfilled when it has ended cleanly; rejects where it was cut. */
  readonly ended: Promise<void>;
  cut(): void;
}

/** Opens an event stream; fulfilled when it has begun. */
export async function openStream(url: string, headers: Readonly<Record<string, string>>): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const events: OpenStream['events'] = [];
  const waiting = new Set<() => void>();
  let comments = 0;
  let isOver = false;
  const take = (block: string): void => {
    if (block.startsWith(':')) comments++;
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
    if (fields['data'])
      events.push({ id: fields['id'] ?? '', type: fields['event'] ?? '', data: JSON.parse(fields['data']) });
  };
  const read = async (): Promise<void> => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop()!;
      blocks.forEach(take);
      waiting.forEach((look) => look());
    }
  };
  const ended = read().finally(() => {
    isOver = true;
    waiting.forEach((look) => look());
  });
  ended.catch(() => undefined);
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!isSo() && !isOver) return;
        waiting.delete(look);
        if (isSo()) resolve();
        else reject(new Error(`the stream ended after ${events.length} events`));
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ status: response.status, events, ended },
    comments: () => comments,
    reach: (count) => until(() => events.length >= count),
    reachComments: (count) => until(() => comments >= count),
    cut: () => controller.abort(),
  };
}
