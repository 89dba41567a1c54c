import { HostProblem } from '../problem.js';

/** First bytes of the types that are taken; null: no sure sign. */
const TYPES: Readonly<Record<string, readonly (readonly number[])[] | null>> = {
  'image/jpeg': [[0xff, 0xd8, 0xff]],
  'image/png': [[0x89, 0x50, 0x4e, 0x47]],
  'image/gif': [[0x47, 0x49, 0x46, 0x38]],
  'image/webp': [[0x52, 0x49, 0x46, 0x46]],
  'image/heic': null,
  'image/heif': null,
  'image/avif': null,
  'application/pdf': [[0x25, 0x50, 0x44, 0x46]],
  'text/plain': null,
  'text/csv': null,
  'application/zip': [[0x50, 0x4b]],
  'application/msword': null,
  'application/vnd.ms-excel': null,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [[0x50, 0x4b]],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [[0x50, 0x4b]],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': [[0x50, 0x4b]],
};

const LONGEST_NAME = 255;

/** The media type of an upload without its parameters. Throws 415 for one that is not taken, 422 for bytes that are something else, and for none. */
export function checkFileType(contentType: string | undefined, data: Uint8Array): string {
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase();
  const signs = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (signs === undefined) throw new HostProblem(415, { detail: 'Files of this type are not taken' });
  if (!data.length) throw new HostProblem(422, { detail: 'The file is empty' });
  const fits = signs === null || signs.some((sign) => sign.every((byte, place) => data[place] === byte));
  if (!fits) throw new HostProblem(422, { detail: 'The file is not what its type says' });
  return type;
}

/** The name from a header, percent-encoded UTF-8, without folders and signs that steer. Throws 400 for none. */
export function readFileName(header: string | readonly string[] | undefined): string {
  if (typeof header !== 'string') throw new HostProblem(400, { detail: 'HelpKiosk-Name is needed' });
  let name: string;
  try {
    name = decodeURIComponent(header);
  } catch {
    throw new HostProblem(400, { detail: 'HelpKiosk-Name is percent-encoded UTF-8' });
  }
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  if (!last) throw new HostProblem(400, { detail: 'HelpKiosk-Name is empty' });
  return [...last]
    .slice(0, LONGEST_NAME / 4)
    .join('')
    .slice(0, LONGEST_NAME);
}
