import { describe, expect, it } from 'vitest';
import { decodeEntities } from './entities.js';

describe('decodeEntities', () => {
  it.each([
    ['&nbsp;&yuml;&Alpha;&Omega;&alpha;&omega;&sigmaf;', '\u00a0ÿΑΩαως'],
    ['&equals;&lt;&apos;&colon;&rarr;&euro;&Tab;|', "=<':→€\t|"],
    ['&#65;&#X41;&#x1F642;', 'AA🙂'],
    ['&#xD800;&#1114112;&#0;', '\u{fffd}\u{fffd}\u{fffd}'],
    ['&amp;lt; &lt &unknown; &constructor; & &;', '&lt; &lt &unknown; &constructor; & &;'],
  ])('decodes %s', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});
