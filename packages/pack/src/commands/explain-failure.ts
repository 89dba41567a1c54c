import { isAbortError, isHelpError } from '@helpkiosk/core';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EEXIST: 'there is a file where the folder should be',
};

/** What went wrong, as lines for the person at the terminal; the original message is kept for what is not known here. */
export function explainFailure(error: unknown): string[] {
  if (isAbortError(error)) return ['it was stopped'];
  if (isHelpError(error)) {
    const { problems } = error.details;
    if (problems?.length) return problems.map(({ path, message }) => `${path} ${message}`);
  }
  const { code, path, message } = (error ?? {}) as { code?: string; path?: string; message?: string };
  const reason = code && Object.hasOwn(REASONS, code) ? REASONS[code] : null;
  if (reason && path) return [`${path}: ${reason} (${code})`];
  return [message ?? String(error)];
}

/** The sentence about a second folder. */
export const explainExtra = (extra: string): string =>
  `One folder at a time: "${extra}" is one too many. Put quotes around a name with spaces.`;

/** The sentence about content that is not there. */
export const explainMissing = (content: string): string =>
  `There is no ${content}: name the folder that holds your articles.`;

/** The sentence about content without an article. */
export const explainEmpty = (content: string): string =>
  `Nothing in ${content} is an article: put Markdown, HTML, CSV, XLSX or an export there.`;
