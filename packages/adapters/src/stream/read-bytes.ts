import { HelpError } from '@helpkiosk/core';

/**
 * Reads a body to its end, piece by piece. Fulfilled at a clean end, and when `signal` aborts; rejects with HelpError `network` when the connection breaks, and
 * with what `take` throws. The body is let go in every case.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  take: (bytes: Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  const letGo = (): void => void reader.cancel().catch(() => {}); // it may be broken already
  signal.addEventListener('abort', letGo);
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        if (signal.aborted) return { done: true, value: undefined };
        throw new HelpError('network', {}, { cause });
      });
      if (done || signal.aborted) return;
      if (value) take(value);
    }
  } finally {
    signal.removeEventListener('abort', letGo);
    letGo();
  }
}
