import type { FormField, Problem } from '../contracts.js';
import type { FieldName, FieldProblem } from './ticket-types.js';

const OWN: Readonly<Record<string, FieldName>> = {
  subject: 'subject',
  text: 'text',
  topic: 'topic',
  formId: 'topic',
  priority: 'priority',
  email: 'email',
  'customer.email': 'email',
  phone: 'phone',
  'customer.phone': 'phone',
  slotAt: 'slot',
  attachments: 'files',
};
const MOST = 30;
const LONGEST = 300;

/**
 * A host's problems as problems of fields. Paths are read as JSON Pointers (`/fields/order`), with dots (`fields.order`), from a root (`$.`, `#/`, `body.`), or as
 * the bare id of a field; what fits no field is about the whole. `fields` are those of the form that was sent. Never throws.
 */
export function hostProblems(problems: unknown, fields: readonly FormField[]): readonly FieldProblem[] {
  if (!Array.isArray(problems)) return [];
  return (problems as unknown[]).slice(0, MOST).flatMap((problem): FieldProblem[] => {
    const { path, message } = Object(problem) as Partial<Record<keyof Problem, unknown>>;
    const words = typeof message === 'string' ? message.trim().slice(0, LONGEST) : '';
    return [{ field: fieldOf(typeof path === 'string' ? path : '', fields), why: 'host', message: words }];
  });
}

function fieldOf(path: string, fields: readonly FormField[]): FieldName {
  const steps = path
    .replace(/^[#$]/, '')
    .split(path.includes('/') ? '/' : /[.[\]]+/)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .filter(Boolean);
  if (steps[0] === 'body') steps.shift();
  const [first = '', second] = steps;
  const isField = (id: string | undefined): id is string => fields.some((field) => field.id === id);
  if (first === 'fields' && isField(second)) return `fields.${second}`;
  const whole = steps.join('.');
  if (Object.hasOwn(OWN, whole)) return OWN[whole]!;
  if (Object.hasOwn(OWN, first)) return OWN[first]!;
  return isField(first) && steps.length === 1 ? `fields.${first}` : '';
}
