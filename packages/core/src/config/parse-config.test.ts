import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHelpError } from '../errors.js';
import { EXPECTED } from './expectations.js';
import { fitsField } from './fields.js';
import { parseConfig } from './parse-config.js';
import { readConfig } from './read-config.js';

describe('readConfig', () => {
  it('reads attributes of fields that are not text as JSON', () => {
    const { config, rejected } = readConfig({
      cache: 'false',
      offset: '{"block":80}',
      peakAt: '.7',
      pack: '/pack.json',
    });
    expect(rejected).toEqual([]);
    expect(config).toEqual({ cache: false, offset: { block: 80 }, peakAt: 0.7, pack: '/pack.json' });
  });

  it('keeps what is right and names everything that is wrong', () => {
    const { config, rejected } = readConfig({
      pack: '',
      theme: 'blue',
      accent: '#12',
      locale: 'not a tag',
      colour: 'x',
      name: 'a',
    });
    expect(config).toEqual({ name: 'a' });
    expect(rejected.map((problem) => problem.path).sort()).toEqual(['accent', 'colour', 'locale', 'pack', 'theme']);
  });

  it('takes text as it is where an option may be text, and a list of articles too', () => {
    const list = [{ id: 'a' }];
    expect(readConfig({ name: '7', articles: '#faq' }).config).toEqual({ name: '7', articles: '#faq' });
    expect(readConfig({ articles: list }).config).toEqual({ articles: list });
  });

  it('sees own properties only', () => {
    const inherited: unknown = Object.assign(Object.create({ pack: '/inherited.json' }), { theme: 'dark' });
    expect(readConfig(inherited).config).toEqual({ theme: 'dark' });
  });

  it('does not take names of Object.prototype for options', () => {
    const { rejected } = readConfig(JSON.parse('{"__proto__": {"pack": "x"}, "constructor": 1, "toString": 2}'));
    expect(rejected.map((problem) => problem.path)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { pack?: string }).pack).toBeUndefined();
  });

  it('never throws, and never lets an unknown name through', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const { config } = readConfig(input);
        expect(Object.getPrototypeOf(config)).toBe(Object.prototype);
      }),
    );
  });
});

describe('fitsField', () => {
  const samples = ['a', '#fff', 'en', 'dark', 'end', 'on', true, 1, {}, [], () => '', { desks: [] }];

  it.each(Object.keys(EXPECTED))('has a rule for %s', (name) => {
    expect(samples.some((value) => fitsField(name, value))).toBe(true);
  });
});

describe('parseConfig', () => {
  const problemsOf = (input: unknown) => {
    try {
      parseConfig(input);
    } catch (error) {
      return isHelpError(error) ? (error.details.problems ?? []) : [];
    }
    return [];
  };

  it('names a secret as one', () => {
    expect(problemsOf({ apiKey: 'abc' })[0]?.message).toContain('secret');
  });

  it('names the option that was probably meant', () => {
    expect(problemsOf({ pakc: '/pack.json' })).toEqual([
      { path: 'pakc', message: 'no such option; did you mean pack?' },
    ]);
  });

  it('says what was expected', () => {
    expect(problemsOf({ theme: 'blue' })).toEqual([{ path: 'theme', message: 'expected auto, light or dark' }]);
  });

  it('says of what is no object that it should be one', () => {
    expect(problemsOf(null)).toEqual([{ path: '', message: 'expected an object' }]);
  });

  it('takes a whole configuration', () => {
    const config = {
      pack: '/p.json',
      contact: { email: 'help@shop.example', links: [{ label: { en: 'Forum' }, url: '/forum' }] },
      suggestions: [{ page: '/*', articles: ['a'] }],
      offset: {},
      messages: { en: { 'panel.label': 'X' } },
    };
    expect(parseConfig(config)).toEqual(config);
  });

  it.each([
    ['contact', { links: [{ label: 'Forum', url: '/x' }] }],
    ['contact', { links: [{ label: { en: 'Forum' } }] }],
    ['offset', { block: -1 }],
    ['offset', { inline: 2001 }],
    ['hours', {}],
    ['peakAt', 80],
    ['suggestions', [{ page: '/*' }]],
  ])('refuses a %s of another shape', (name, value) => {
    expect(problemsOf({ [name]: value }).map((problem) => problem.path)).toEqual([name]);
  });

  it('throws one error that carries every problem', () => {
    let caught: unknown;
    try {
      parseConfig({ theme: 'blue', peakAt: 3 });
    } catch (error) {
      caught = error;
    }
    expect(isHelpError(caught) && caught.code).toBe('config-invalid');
    expect(isHelpError(caught) && caught.details.problems).toHaveLength(2);
  });
});
