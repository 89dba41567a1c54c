import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from './front-matter.js';

const fieldsOf = (yaml: string): unknown => parseFrontMatter(`---\n${yaml}\n---\nbody`).fields;

describe('parseFrontMatter', () => {
  it('splits the head from the body and knows the line of the body', () => {
    expect(parseFrontMatter('---\ntitle: A\n---\n\nbody\n')).toEqual({
      fields: { title: 'A' },
      body: '\nbody\n',
      bodyLine: 4,
      problems: [],
    });
    expect(parseFrontMatter('---\n---\nbody')).toMatchObject({ fields: {}, body: 'body', bodyLine: 3, problems: [] });
  });

  it('takes a rule at the start for a rule', () => {
    expect(parseFrontMatter('---\nno end')).toMatchObject({ fields: {}, body: '---\nno end', bodyLine: 1 });
    expect(parseFrontMatter('# A\n---\nb: c\n---\n')).toMatchObject({ fields: {}, bodyLine: 1 });
  });

  it('reads lists from texts and lists, each keyword once', () => {
    expect(fieldsOf('keywords: a, 发票，退款\naliases: [b, 404]\ntags:\n  - a\n  - c')).toEqual({
      keywords: ['a', '发票', '退款', 'b', '404', 'c'],
    });
  });

  it.each([
    ['2026-11-12', Date.UTC(2026, 10, 12)],
    ['2026-11-12 08:30', Date.UTC(2026, 10, 12, 8, 30)],
    ['2026-11-12T08:30:00+08:00', Date.UTC(2026, 10, 12, 0, 30)],
    ['1700000000000', 1_700_000_000_000],
  ])('reads the instant %s wherever it runs', (written, at) => {
    expect(fieldsOf(`updatedAt: ${written}`)).toEqual({ updatedAt: at });
  });

  it('knows the other names of fields', () => {
    expect(
      fieldsOf('title: 2024\ndescription: d\ndate: 2026-01-01\nlocale: zh-cn\ndraft: true\norder: 3\nlayout: x'),
    ).toEqual({
      title: '2024',
      summary: 'd',
      updatedAt: Date.UTC(2026, 0, 1),
      locale: 'zh-Hans',
      draft: true,
      order: 3,
    });
  });

  it('names each field that it cannot use with its line and keeps the others', () => {
    const { fields, problems } = parseFrontMatter(
      '---\ntitle: [a]\norder: first\ncategory: C\nupdatedAt: soon\nlocale: "?"\nurl: javascript:x()\n---\n',
    );
    expect(fields).toEqual({ category: 'C' });
    expect(problems.map(({ line, message }) => `${line} ${message.split(' ')[2]}`)).toEqual([
      '2 title', '3 order', '6 locale', '7 url', '5 updatedAt',
    ]); // prettier-ignore
  });

  it('reports broken YAML with its line and keeps the body', () => {
    const { fields, body, problems } = parseFrontMatter('---\ntitle: A\nsummary: "open\n---\nbody');
    expect(fields).toEqual({});
    expect(body).toBe('body');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]!.message).toMatch(/^front matter: \S/);
    expect(problems[0]!.line).toBeGreaterThanOrEqual(2);
  });

  it('asks for names and values where the head is a list', () => {
    expect(parseFrontMatter('---\n- a\n---\n').problems).toEqual([
      { line: 2, message: 'front matter: expected lines of "name: value"' },
    ]);
  });
});
