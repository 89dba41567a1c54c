// Reads an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html), byte by byte as it comes.

/** An event as it stands in the stream. */
export interface WireEvent {
  id: string | null;
  type: string;
  data: string;
}

/** Hands on each event as soon as its empty line is there; what is not finished when the stream breaks is dropped. Rejects when it breaks, and with what `emit` throws, which ends it. */
export async function readEvents(body: ReadableStream<Uint8Array>, emit: (event: WireEvent) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop()!;
      for (const event of blocks.map(readBlock)) if (event) emit(event);
    }
  } finally {
    await reader.cancel().catch(() => {}); // it has broken off already
  }
}

function readBlock(block: string): WireEvent | null {
  const event: WireEvent = { id: null, type: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === 'id') event.id = value;
    if (name === 'event') event.type = value;
    if (name === 'data') data.push(value);
  }
  return data.length ? { ...event, data: data.join('\n') } : null; // a comment alone is no event
}
