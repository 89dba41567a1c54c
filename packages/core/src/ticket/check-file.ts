import type { FieldProblem, TicketFile } from './ticket-types.js';

/** Bytes of one file, and files of one ticket. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_FILES = 5;

/** Endings of the names of what may be sent, for pickers and for systems that know no media type. */
export const FILE_ENDINGS: readonly string[] = [
  ...['.jpg', '.jpeg', '.png', '.gif', '.webp', '.heic', '.heif', '.avif', '.bmp'],
  ...['.pdf', '.txt', '.csv', '.md', '.log', '.rtf'],
  ...['.doc', '.docx', '.xls', '.xlsx', '.ppt', '.pptx', '.odt', '.ods', '.odp'],
];
/** Media types of the same. SVG is none of them: it is a document that can act. */
const TYPES =
  /^(image\/(?!svg)[\w.+-]+|application\/pdf|text\/(plain|csv|markdown|rtf)|application\/(rtf|msword|vnd\.(ms-(excel|powerpoint)|openxmlformats-officedocument\.[\w.-]+|oasis\.opendocument\.[\w.-]+)))$/;

/** Why a file cannot go along; null: it can. `there` is how many files there are already. Names tell where the type is not known or says nothing. */
export function checkFile(
  file: Pick<TicketFile, 'name' | 'type'> & { readonly size: number },
  there: number,
): FieldProblem | null {
  const name = file.name.toLowerCase();
  const type = file.type.split(';')[0]!.trim().toLowerCase();
  const isVague = type === '' || type === 'application/octet-stream';
  const isKnown = isVague ? FILE_ENDINGS.some((ending) => name.endsWith(ending)) : TYPES.test(type);
  const why =
    there >= MOST_FILES
      ? 'too-many'
      : !isKnown
        ? 'type'
        : file.size > MOST_FILE_BYTES
          ? 'too-big'
          : file.size === 0
            ? 'empty'
            : null;
  return why && { field: 'files', why, message: file.name };
}
