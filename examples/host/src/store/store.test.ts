import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeStore } from '../testing/store-suite.js';
import { openStore } from './store.js';

const AT = 1_767_603_600_000;

describeStore('memory', () => openStore({}));

describe('a store in a file', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'helpkiosk-host-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is there again after it was closed', async () => {
    const file = join(folder, 'host.db');
    const first = await openStore({ file });
    await first.customers.addAnonymous({ id: 'ann', claimHash: 'hash', at: AT });
    await first.close();
    const second = await openStore({ file });
    expect(await second.customers.findByClaim('hash')).toMatchObject({ id: 'ann' });
    await second.close();
  });

  it('that cannot be opened rejects', async () => {
    await expect(openStore({ file: join(folder, 'no/such/folder/x.db') })).rejects.toThrow();
  });
});
