import { describe, expect, it } from 'vitest';
import { readToml } from './toml-head.js';

describe('readToml', () => {
  it('reads texts, numbers, switches, dates, lists and tables', () => {
    const text = [
      '# remark',
      'title = "A \\"b\\" \\u4e2d" # remark',
      "path = 'C:\\x'",
      'weight = 1_000',
      'draft = true',
      'date = 2026-05-01T08:00:00Z',
      'tags = ["a", # one',
      "  'b', 3]",
      'long = """',
      'one',
      'two"""',
      'search.exclude = true',
      '[sidebar]',
      'order = 2',
      '[[list]]',
      'hidden = 1',
    ].join('\n');
    expect(readToml(text)).toEqual({
      content: {
        title: 'A "b" 中',
        path: 'C:\\x',
        weight: 1000,
        draft: true,
        date: '2026-05-01T08:00:00Z',
        tags: ['a', 'b', 3],
        long: 'one\ntwo',
        search: { exclude: true },
        sidebar: { order: 2 },
      },
      wrongLines: [],
    });
  });

  it('names the lines that it cannot read and reads the others', () => {
    const { content, wrongLines } = readToml('title\nb = \nc = "open\nd = 1');
    expect(wrongLines).toEqual([1, 2, 3]);
    expect(content).toMatchObject({ d: 1 });
  });

  it('does not change prototypes', () => {
    readToml('[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
