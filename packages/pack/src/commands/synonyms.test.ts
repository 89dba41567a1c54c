import { isHelpError } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { parseSynonyms } from './synonyms.js';

describe('parseSynonyms', () => {
  it('reads groups for all languages and for one', () => {
    expect(parseSynonyms('# ours\nrefund, money back\n\n[zh-CN]\n退款、退钱，返款\n', 's.txt')).toEqual({
      und: [['refund', 'money back']],
      'zh-Hans': [['退款', '退钱', '返款']],
    });
  });

  it('names every line that is none', () => {
    try {
      parseSynonyms('alone\n[no tag!]\na, b\n', 's.txt');
      expect.unreachable();
    } catch (error) {
      expect(isHelpError(error) && error.details.problems?.map(({ path }) => path)).toEqual(['s.txt:1', 's.txt:2']);
    }
  });
});
