import type { FormField } from '../contracts.js';
import type { FieldName, FieldProblem, ProblemKind, TicketDraft, TicketFile } from './ticket-types.js';

/** Characters; the host may allow fewer. */
export const LONGEST_SUBJECT = 200;
export const LONGEST_TEXT = 8000;
const LONGEST_VALUE = 1000;
const LONGEST_EMAIL = 254;

/** What has to be mended before a draft can be sent, in the order of the form; empty: nothing. `fields` are the host's own. Pure. */
export function checkDraft(draft: TicketDraft, fields: readonly FormField[]): readonly FieldProblem[] {
  return [
    ...problemOf('subject', !draft.subject.trim() ? 'required' : longer(draft.subject, LONGEST_SUBJECT)),
    ...problemOf('text', longer(draft.text, LONGEST_TEXT)),
    ...checkFields(draft.fields, fields, draft.files),
    ...problemOf('email', draft.email.trim() ? emailProblem(draft.email) : null),
  ];
}

/** The problems with a host's own fields. */
export function checkFields(
  values: Readonly<Record<string, string>>,
  fields: readonly FormField[],
  files: readonly TicketFile[] = [],
): readonly FieldProblem[] {
  return fields.flatMap((field) => problemOf(`fields.${field.id}`, valueProblem(field, values[field.id] ?? '', files)));
}

/** What is wrong with a phone number: at least five digits, with the marks that people put between them. */
export const phoneProblem = (value: string): ProblemKind | null =>
  /^\+?[\d\s()./-]+$/.test(value.trim()) && value.replace(/\D/g, '').length >= 5 && value.length <= 40 ? null : 'phone';

/** What is wrong with an address: it is judged by its shape alone. */
export const emailProblem = (value: string): ProblemKind | null =>
  /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(value.trim()) && value.trim().length <= LONGEST_EMAIL ? null : 'email';

function valueProblem(field: FormField, value: string, files: readonly TicketFile[]): ProblemKind | null {
  if (field.kind === 'file')
    return field.required && !files.some((file) => file.field === field.id) ? 'required' : null;
  if (!value.trim()) return field.required ? 'required' : null;
  switch (field.kind) {
    case 'email':
      return emailProblem(value);
    case 'phone':
      return phoneProblem(value);
    case 'date':
      return isDate(value) ? null : 'date';
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ? null : 'choice';
    case 'text':
      return longer(value, LONGEST_VALUE);
    case 'longtext':
      return longer(value, LONGEST_TEXT);
  }
}

/** A day of the calendar, as `<input type="date">` gives it; browsers without one leave it to the hand. */
function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value.trim())?.map(Number) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(year, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

const longer = (value: string, most: number): ProblemKind | null => (value.length > most ? 'too-long' : null);

const problemOf = (field: FieldName, why: ProblemKind | null): FieldProblem[] => (why ? [{ field, why }] : []);
