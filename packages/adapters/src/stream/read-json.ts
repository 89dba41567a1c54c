import { HelpError } from '@helpkiosk/core';

/**
 * The JSON of an answer; null where it has no body. Rejects with HelpError `network` when the connection breaks, and with `adapter-bad-answer` for what is no JSON. That
 * one is retryable: such an answer is not the host's but of something on the way, as a sign-in page of a hotel.
 */
export async function readJson(response: Response, method: string, signal: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new HelpError('network', { method }, { cause });
  }
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const details = { method, status: response.status, type: response.headers.get('content-type') };
    throw new HelpError('adapter-bad-answer', details, { cause, retryable: true });
  }
}
