import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFetchRead } from './fetch-read.js';

const answerWith = (answer: () => Promise<Response>) => {
  const fetched = vi.fn((_url: string, _options?: RequestInit) => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const read = createFetchRead('https://cdn.example/help/pack.json?release=3');

afterEach(() => vi.unstubAllGlobals());

describe('createFetchRead', () => {
  it('reads files beside the manifest, without cookies', async () => {
    const fetched = answerWith(async () => new Response(new Uint8Array([1, 2])));
    expect(await read('index-en-1.json', {})).toEqual(new Uint8Array([1, 2]));
    await read('pack.json', {});
    expect(fetched.mock.calls.map(([url, options]) => [url, options?.credentials, options?.cache])).toEqual([
      ['https://cdn.example/help/index-en-1.json', 'omit', 'default'],
      ['https://cdn.example/help/pack.json?release=3', 'omit', 'no-cache'],
    ]);
  });

  it.each([
    [404, 'pack-missing'],
    [410, 'pack-missing'],
    [403, 'forbidden'],
    [503, 'unavailable'],
  ])('takes status %i for %s', async (status, code) => {
    answerWith(async () => new Response('', { status }));
    await expect(read('x.json', {})).rejects.toMatchObject({ code, details: { file: 'x.json', status } });
  });

  it('says network when nothing came, and keeps the cause', async () => {
    const cause = new TypeError('failed to fetch');
    answerWith(async () => Promise.reject(cause));
    await expect(read('x.json', {})).rejects.toMatchObject({ code: 'network', cause });
  });

  it('rejects with the reason of an aborted signal', async () => {
    answerWith(async () => Promise.reject(new TypeError('aborted')));
    const signal = AbortSignal.abort();
    await expect(read('x.json', { signal })).rejects.toBe(signal.reason);
  });
});
