import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormField } from '../contracts.js';
import { hostProblems } from './host-problems.js';

const fields: FormField[] = [
  { id: 'orderNumber', kind: 'text', label: { en: 'Order number' } },
  { id: 'a/b', kind: 'text', label: { en: 'Slash' } },
];
const fieldOf = (path: string) => hostProblems([{ path, message: 'no' }], fields)[0]?.field;

describe('hostProblems', () => {
  it.each([
    ['/fields/orderNumber', 'fields.orderNumber'],
    ['fields.orderNumber', 'fields.orderNumber'],
    ['$.fields.orderNumber', 'fields.orderNumber'],
    ['#/fields/orderNumber', 'fields.orderNumber'],
    ['/body/fields/orderNumber', 'fields.orderNumber'],
    ['/fields/a~1b', 'fields.a/b'],
    ['orderNumber', 'fields.orderNumber'],
    ['/subject', 'subject'],
    ['customer.email', 'email'],
    ['/customer/email', 'email'],
    ['/attachments/0', 'files'],
    ['/formId', 'topic'],
    ['/fields/unknown', ''],
    ['/__proto__', ''],
    ['', ''],
  ])('maps %j onto %j', (path, field) => {
    expect(fieldOf(path)).toBe(field);
  });

  it('keeps the words of the host', () => {
    expect(hostProblems([{ path: '/subject', message: ' Too vague ' }], fields)).toEqual([
      { field: 'subject', why: 'host', message: 'Too vague' },
    ]);
  });

  it('throws on nothing that a host may send', () => {
    fc.assert(fc.property(fc.anything(), (given) => void hostProblems(given, fields)));
    fc.assert(fc.property(fc.array(fc.anything()), (given) => void hostProblems(given, fields)));
  });
});
