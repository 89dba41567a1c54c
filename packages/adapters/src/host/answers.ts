import { HelpError, isHelpError } from '@helpkiosk/core';
import { readJson } from '../stream/read-json.js';
import type { HostRequest, OpenAtHost } from './send.js';

/** The failure of an answer in which the member `path` is missing or unsound. */
export const badAnswer = (method: string, path: string, message: string): HelpError =>
  new HelpError('adapter-bad-answer', { method, problems: [{ path, message }] });

/** The HTTP status of a failure; undefined where there was no answer. */
export const statusOf = (thrown: unknown): unknown => (isHelpError(thrown) ? thrown.details['status'] : undefined);

/**
 * The answer, an object with a member `needed`; undefined without a name. null where something was asked by GET that the host does not know (404). Rejects with HelpError
 * `adapter-bad-answer` for any other: some hosts put errors into a 200.
 */
export async function answerOf(open: OpenAtHost, request: HostRequest, needed?: string): Promise<unknown> {
  const { method, verb, signal } = request;
  let answer: unknown;
  try {
    answer = await readJson(await open(request), method, signal);
  } catch (thrown) {
    if (verb === 'GET' && statusOf(thrown) === 404) return null;
    throw thrown;
  }
  if (needed && Object(answer)[needed] === undefined) throw badAnswer(method, needed, 'is missing');
  return needed ? answer : undefined;
}
