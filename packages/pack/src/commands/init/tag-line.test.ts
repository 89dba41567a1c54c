import { describe, expect, it } from 'vitest';
import { tagLine } from './tag-line.js';

const PARTS = { widget: 'helpkiosk/1.2.3', pack: 'helpkiosk/pack' };

describe('tagLine', () => {
  it.each([
    ['index.html', 'helpkiosk/1.2.3/helpkiosk.js', 'helpkiosk/pack/pack.json'],
    ['shop/tea.html', '../helpkiosk/1.2.3/helpkiosk.js', '../helpkiosk/pack/pack.json'],
    [null, '/helpkiosk/1.2.3/helpkiosk.js', '/helpkiosk/pack/pack.json'],
  ])('gives a page at %s addresses that it can reach', (page, src, pack) => {
    expect(tagLine(PARTS, page)).toBe(`<script async src="${src}" data-pack="${pack}"></script>`);
  });

  it('writes odd names so that a page reads them', () => {
    const tag = tagLine({ widget: 'my "files"/a#b', pack: 'p & q', accent: '#0a7d55' }, 'index.html');
    expect(tag).toBe(
      '<script async src="my%20%22files%22/a%23b/helpkiosk.js" data-pack="p%20&amp;%20q/pack.json" data-accent="#0a7d55"></script>',
    );
  });
});
