import { describe, expect, it } from 'vitest';
import { readActionResult } from './read-action-result.js';

const result = (members: object) => readActionResult({ title: 'Your order', ok: true, ...members });

describe('readActionResult', () => {
  it('keeps text as text, and of a tree what is allowed', () => {
    expect(result({ body: '<img src=x onerror=y>' }).body).toBe('<img src=x onerror=y>');
    const tree = { v: 1, nodes: [{ tag: 'p', onclick: 'x', children: ['On its way'] }, { tag: 'iframe' }] };
    expect(result({ body: tree }).body).toEqual({ v: 1, nodes: [{ tag: 'p', children: ['On its way'] }] });
  });

  it.each([undefined, null, 7, {}, { nodes: 'x' }, { nodes: [{ tag: 'script' }] }])('takes %o for no body', (body) =>
    expect(result({ body }).body).toBe(''),
  );

  it.each([null, {}, { title: '', ok: true }, { title: 'x', ok: 'yes' }, { title: 7, ok: false }])(
    'refuses %o',
    (answer) => expect(() => readActionResult(answer)).toThrow('adapter-bad-answer'),
  );

  it('survives a getter that throws', () => {
    const bomb = {
      get title(): string {
        throw new Error('no');
      },
    };
    expect(() => readActionResult(bomb)).toThrow('adapter-bad-answer');
  });
});
