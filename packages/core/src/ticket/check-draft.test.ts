import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormField } from '../contracts.js';
import { checkDraft, checkFields, LONGEST_SUBJECT, phoneProblem } from './check-draft.js';
import { checkFile, MOST_FILE_BYTES, MOST_FILES } from './check-file.js';
import { EMPTY_DRAFT } from './ticket-types.js';

const aField = (kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  id: 'x',
  kind,
  label: { en: 'X' },
  ...more,
});
const whyOf = (field: FormField, value: string) => checkFields({ x: value }, [field])[0]?.why ?? null;

describe('checkDraft', () => {
  it('wants a subject, in the order of the form with what else is wrong', () => {
    const found = checkDraft({ ...EMPTY_DRAFT, email: 'nobody' }, [aField('text', { required: true })]);
    expect(found.map(({ field, why }) => `${field} ${why}`)).toEqual([
      'subject required',
      'fields.x required',
      'email email',
    ]);
  });

  it('finds nothing wrong with a subject alone', () => {
    expect(checkDraft({ ...EMPTY_DRAFT, subject: 'Kettle' }, [])).toEqual([]);
  });

  it('does not take a subject that is too long', () => {
    expect(checkDraft({ ...EMPTY_DRAFT, subject: 'a'.repeat(LONGEST_SUBJECT + 1) }, [])).toEqual([
      { field: 'subject', why: 'too-long' },
    ]);
  });
});

describe('checkFields', () => {
  it.each([
    ['date', '2026-02-28', null],
    ['date', '2026-02-30', 'date'],
    ['date', '28.2.2026', 'date'],
    ['email', 'a@example.com', null],
    ['email', 'a@example', 'email'],
    ['phone', '+44 1632 960144', null],
    ['phone', '400-820', null],
    ['phone', 'call me', 'phone'],
    ['choice', 'yes', null],
    ['choice', 'perhaps', 'choice'],
    ['text', '', null],
  ] as const)('judges %s %j as %j', (kind, value, why) => {
    expect(
      whyOf(aField(kind, kind === 'choice' ? { choices: [{ value: 'yes', label: { en: 'Yes' } }] } : {}), value),
    ).toBe(why);
  });

  it('wants a file where one is required', () => {
    const field = aField('file', { required: true });
    const file = { id: '1', name: 'a.png', type: 'image/png', data: new Blob(['x']) };
    expect(checkFields({}, [field], [file])).toEqual([{ field: 'fields.x', why: 'required' }]);
    expect(checkFields({}, [field], [{ ...file, field: 'x' }])).toEqual([]);
  });

  it('throws on no value, whatever is typed', () => {
    const kinds: FormField['kind'][] = ['text', 'longtext', 'choice', 'date', 'email', 'phone'];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), (kind, value) => {
        checkFields({ x: value }, [aField(kind)]);
        phoneProblem(value);
      }),
    );
  });
});

describe('checkFile', () => {
  const aFile = (name: string, type: string, size = 10) => ({ name, type, size });

  it.each([
    [aFile('a.jpg', 'image/jpeg'), 0, null],
    [aFile('a.pdf', 'application/pdf'), 0, null],
    [aFile('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'), 0, null],
    [aFile('A.HEIC', ''), 0, null],
    [aFile('a.csv', 'text/csv; charset=utf-8'), 0, null],
    [aFile('a.svg', 'image/svg+xml'), 0, 'type'],
    [aFile('a.html', 'text/html'), 0, 'type'],
    [aFile('a.exe', ''), 0, 'type'],
    [aFile('a.exe', 'application/octet-stream'), 0, 'type'],
    [aFile('a.jpg', 'image/jpeg', MOST_FILE_BYTES), 0, null],
    [aFile('a.jpg', 'image/jpeg', MOST_FILE_BYTES + 1), 0, 'too-big'],
    [aFile('a.jpg', 'image/jpeg', 0), 0, 'empty'],
    [aFile('a.jpg', 'image/jpeg'), MOST_FILES, 'too-many'],
  ] as const)('judges %j beside %i others as %j', (file, there, why) => {
    expect(checkFile(file, there)?.why ?? null).toBe(why);
  });
});
