import { renderArticle, type ArticleTree } from '@helpkiosk/widget';
import { equal, ok, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

describe('results of several kinds', () => {
  let kiosk: Kiosk;
  afterEach(() => kiosk.help.destroy());
  const titles = (): string[] => kiosk.all('[role=option] .result-title').map(({ textContent }) => textContent ?? '');
  const groups = (): (string | null)[] => kiosk.all('[role=group]').map((group) => group.getAttribute('aria-label'));

  it('stand together under the name of their kind, and the arrows follow what is seen', async () => {
    kiosk = mountKiosk({
      locale: 'en',
      articles: [
        anArticle('a', 'Refund'),
        { ...anArticle('b', 'Refund for a parcel that was lost'), kind: 'thread' },
        anArticle('c', 'Refund of a parcel that was lost at sea or elsewhere'),
      ],
    });
    await kiosk.help.open();
    kiosk.type('refund');
    await until(() => groups().length === 2, 'two groups');
    const [first] = groups();
    equal(new Set(groups()), new Set(['Articles', 'Community']), 'the names of the groups');
    ok(kiosk.all('[role=listbox] > [role=group] > [role=option]').length === 3, 'every result is in a group');
    const seen = titles();
    for (const title of seen) {
      kiosk.press('ArrowDown');
      const selected = await until(
        () => kiosk.all('[aria-selected=true]').find((option) => option.textContent?.includes(title)),
        `${title} is selected`,
      );
      equal(kiosk.field().getAttribute('aria-activedescendant'), selected.id, 'the active one');
    }
    ok(first !== undefined, 'there is a first group');
    kiosk.press('Enter');
    equal((await until(() => kiosk.one('.view-title'), 'the article')).textContent, seen.at(-1), 'what was opened');
  });

  it('keep their sentence while the next words are asked for', async () => {
    kiosk = mountKiosk({ locale: 'en', articles: [anArticle('a', 'Refund'), anArticle('b', 'Refund of a parcel')] });
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund');
    const line = await until(() => kiosk.one('.note-line'), 'the sentence');
    const said = [line.textContent];
    const watcher = new MutationObserver(() => said.push(line.textContent));
    watcher.observe(line, { characterData: true, childList: true, subtree: true });
    kiosk.type('parcel');
    await until(() => titles().length === 1, 'one result');
    watcher.disconnect();
    equal(said, ['2 results for “refund”', '1 result for “parcel”'], 'sentences');
  });

  it('have no heading where there is one kind', async () => {
    kiosk = mountKiosk({ locale: 'en', articles: [anArticle('a', 'Refund'), anArticle('b', 'Refund of a parcel')] });
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund');
    equal(groups(), [], 'groups');
  });
});

describe('pictures of an article', () => {
  const words = { note: (kind: string) => kind, table: 'Table', enlarge: (alt: string) => `Enlarge ${alt}` };
  let place: HTMLElement;
  beforeEach(() => void (place = document.body.appendChild(document.createElement('div'))));
  afterEach(() => place.remove());
  const draw = (nodes: ArticleTree['nodes'], options = { words }): void =>
    renderArticle({ v: 1, nodes }, place, options);

  it('are buttons with a name, but not in a link, in a summary, or as small as a sign', () => {
    const image = (alt: string, width?: number) => ({
      tag: 'image' as const,
      src: '/x.png',
      alt,
      ...(width ? { width } : {}),
    });
    draw([
      image('large', 640),
      image('unknown'),
      image('sign', 24),
      { tag: 'link', href: '/y', children: [image('linked', 640)] },
      { tag: 'details', children: [{ tag: 'summary', children: [image('folded', 640)] }, image('inside', 640)] },
    ]);
    equal(
      [...place.querySelectorAll('button.picture')].map((button) => button.getAttribute('aria-label')),
      ['Enlarge large', 'Enlarge unknown', 'Enlarge inside'],
      'buttons',
    );
    equal(place.querySelectorAll('img').length, 6, 'pictures');
    equal(place.querySelectorAll('a button, summary button').length, 0, 'buttons in what acts itself');
  });

  it('are pictures alone where nothing enlarges them', () => {
    draw([{ tag: 'image', src: '/x.png', alt: 'large', width: 640 }], {} as never);
    equal(
      [place.querySelectorAll('button').length, place.querySelectorAll('img').length],
      [0, 1],
      'buttons and pictures',
    );
  });
});
