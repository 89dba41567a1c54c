import { describe, expect, it, vi } from 'vitest';
import { errorFromRecord, errorToRecord, HelpError, isAbortError, isHelpError, toHelpError } from './errors.js';

describe('HelpError', () => {
  it('carries its code as its message and keeps the cause', () => {
    const cause = new TypeError('fetch failed');
    const error = new HelpError('network', { url: 'pack.json' }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'HelpError', message: 'network', code: 'network', cause });
    expect(error.details).toEqual({ url: 'pack.json' });
  });

  it('has no cause where none was given, and one where undefined was', () => {
    expect('cause' in new HelpError('internal')).toBe(false);
    expect('cause' in new HelpError('internal', {}, { cause: undefined })).toBe(true);
  });

  it.each([
    ['network', true],
    ['timeout', true],
    ['rate-limited', true],
    ['unavailable', true],
    ['refused', false],
    ['conflict', false],
    ['unauthorized', false],
    ['storage-full', false],
    ['internal', false],
  ] as const)('says of %s that it is retryable: %s', (code, retryable) => {
    expect(new HelpError(code).retryable).toBe(retryable);
  });

  it('lets the thrower know better', () => {
    expect(new HelpError('network', {}, { retryable: false }).retryable).toBe(false);
  });

  it('can be made where the page has made the name of all errors read-only', () => {
    const before = Object.getOwnPropertyDescriptor(Error.prototype, 'name')!;
    Object.defineProperty(Error.prototype, 'name', { ...before, writable: false });
    try {
      expect(new HelpError('internal').name).toBe('HelpError');
    } finally {
      Object.defineProperty(Error.prototype, 'name', before);
    }
  });
});

describe('isHelpError', () => {
  it('knows the errors of another copy of this module', async () => {
    vi.resetModules();
    const other = await import('./errors.js');
    expect(other.HelpError).not.toBe(HelpError);
    expect(isHelpError(new other.HelpError('network'))).toBe(true);
  });

  it.each([null, undefined, 'network', new Error('network'), { code: 'network', retryable: true }])(
    'refuses %s',
    (value) => {
      expect(isHelpError(value)).toBe(false);
    },
  );
});

describe('toHelpError', () => {
  it('leaves a HelpError as it is', () => {
    const error = new HelpError('refused');
    expect(toHelpError(error, 'network')).toBe(error);
  });

  it.each(['a string', null, new Error('plain')])('wraps %s as its cause', (cause) => {
    expect(toHelpError(cause)).toMatchObject({ code: 'internal', cause });
    expect(toHelpError(cause, 'network', { url: '/x' })).toMatchObject({ code: 'network', details: { url: '/x' } });
  });
});

describe('isAbortError', () => {
  it('knows an aborted signal and nothing else', () => {
    expect(isAbortError(AbortSignal.abort().reason)).toBe(true);
    expect(isAbortError({ name: 'AbortError' })).toBe(true);
    for (const value of [new DOMException('late', 'TimeoutError'), new HelpError('timeout'), null, 'AbortError']) {
      expect(isAbortError(value)).toBe(false);
    }
  });
});

describe('errorToRecord', () => {
  it('survives a message port and JSON', () => {
    const error = new HelpError('rate-limited', { retryAfterMs: 5 }, { cause: new Error('429'), retryable: false });
    const record = errorToRecord(error);
    for (const copy of [structuredClone(record), JSON.parse(JSON.stringify(record)) as typeof record]) {
      const back = errorFromRecord(copy);
      expect(isHelpError(back)).toBe(true);
      expect(back).toMatchObject({ code: 'rate-limited', retryable: false });
      expect(back.details).toEqual({ retryAfterMs: 5, cause: 'Error: 429' });
    }
  });

  it('takes anything that was thrown', () => {
    expect(errorToRecord('a string')).toEqual({ code: 'internal', retryable: false, details: {} });
  });
});
