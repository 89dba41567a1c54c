import { isHelpError } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { parseProject, readProject } from './project.js';
import { inFolder } from './testing/fake-context.js';

function problemsOf(value: unknown): string[] {
  try {
    parseProject(value);
  } catch (error) {
    if (isHelpError(error) && error.code === 'config-invalid')
      return (error.details.problems ?? []).map(({ message }) => message);
  }
  return [];
}

describe('parseProject', () => {
  it('keeps what fits', () => {
    const project = {
      content: 'help',
      pages: '.',
      locale: 'zh-CN',
      name: 'Shop',
      accent: '#0a7d55',
      synonyms: 's.txt',
    };
    expect(parseProject(project)).toEqual(project);
  });

  it.each([[null], [[]], ['help'], [3]])('refuses %j', (value) => {
    expect(problemsOf(value)).toEqual(['must hold an object: {...}']);
  });

  it('names every problem, with the nearest name', () => {
    expect(problemsOf({ Content: 'a', accent: 'red', out: '', page: 'x', nothing: 1 })).toEqual([
      '"Content" is no setting: did you mean "content"?',
      '"accent" must be a colour such as "#2450c4"',
      '"out" must be the path of a folder',
      '"page" is no setting: did you mean "pages"?',
      '"nothing" is no setting',
    ]);
  });
});

describe('readProject', () => {
  it('gives null where there is none', () => inFolder({}, async (_, cwd) => expect(await readProject(cwd)).toBeNull()));

  it('reads a file that an editor has begun with a mark of its encoding', () =>
    inFolder({ 'helpkiosk.json': '\uFEFF{"name": "Shop"}' }, async (_, cwd) =>
      expect(await readProject(cwd)).toEqual({ name: 'Shop' }),
    ));

  it('says in which line a file stops being JSON', () =>
    inFolder({ 'helpkiosk.json': '{\n  "name": "Shop",\n}' }, async (_, cwd) => {
      const error: unknown = await readProject(cwd).catch((each: unknown) => each);
      expect(isHelpError(error) && error.details.problems).toEqual([
        { path: 'helpkiosk.json:3', message: expect.stringMatching(/^is no JSON: /) },
      ]);
    }));
});
