import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/source-files.js';
import { makeTour } from './zoo/tour.js';
import { compareTraces, judgePresence } from './zoo/traces.js';
import { useZoo } from './zoo/zoo.js';

/** What the stand-in widget can do wrong, and the words by which the round must tell of it. */
const SINS: Readonly<Record<string, RegExp>> = {
  answer: /^the first result for "refund" is "Shipping"/,
  focus: /^after Escape the focus is on /,
  host: /^after destroy: 1 help-kiosk elements, expected 0/,
  global: /^after destroy: HelpKiosk is still there/,
  'second-global': /^with the launcher: global helpKioskState: /,
  prototype: /^with the launcher: member Array\.prototype\.last: /,
  fetch: /^with the launcher: value fetch: /,
  title: /^with the launcher: title: .*\(1\) The shop/,
  address: /^with the launcher: address: .*#help/,
  local: /^with the launcher: localStorage: .*help=1/,
  session: /^with the launcher: sessionStorage: .*help=1/,
  cookie: /^with the launcher: cookies: .*help=1/,
  sheet: /^with the launcher: style h11 color: .*rgb\(1, 2, 3\)/,
  adopted: /^with the launcher: adopted sheets: 0 -> 1/,
  node: /^with the launcher: markup: .*left/,
  attribute: /^with the launcher: markup: .*has-help/,
  'open-style': /^while open: style body1 overflow-x: visible -> hidden/,
  listener: /^after destroy: listeners .*window resize/,
  worker: /^after destroy: a worker runs/,
  error: /^uncaught: TypeError: .*planted/,
  rejection: /^uncaught: Error: planted rejection/,
  console: /^console: planted message/,
  report: /^reports \(posted\): img-src http:\/\/elsewhere\.invalid/,
  cover: /^the launcher is covered by div/,
};
const policy = "img-src 'self'; connect-src 'self'";

describe('the round of the zoo', () => {
  const zoo = useZoo(join(root, 'tests/hostile/fixtures'));
  const tour = (sins: string): Promise<string[]> => {
    let problems: string[] = [];
    const page = { name: sins, policy, tags: [{ 'data-sins': sins }] };
    return zoo.visit(page, async (visit) => void (problems = await makeTour(visit))).then(() => problems);
  };

  it.concurrent('finds nothing wrong with a widget that keeps the rules', async () => {
    expect(await tour('')).toEqual([]);
  });

  it.concurrent.each([
    'answer focus host second-global prototype fetch title address',
    'global local session cookie adopted node listener',
    'attribute sheet open-style worker error rejection console report',
    'cover',
  ])('finds %s', async (sins) => {
    const problems = await tour(sins);
    const unseen = sins.split(' ').filter((sin) => !problems.some((line) => SINS[sin]!.test(line)));
    expect(unseen, problems.join('\n')).toEqual([]);
  });
});

describe('compareTraces', () => {
  it('names what came, what went and what changed, and shows where', () => {
    expect(compareTraces({ title: 'Shop', gone: 'a' }, { title: 'Stop', come: 'b' })).toEqual([
      'title: Shop -> Stop',
      'gone: a -> (nothing)',
      'come: (nothing) -> b',
    ]);
  });

  it('leaves the one global and our own elements to judgePresence', () => {
    const now = { 'global HelpKiosk': 'there', 'ours hosts': '1', 'ours global': 'true' };
    expect(compareTraces({ 'ours hosts': '0', 'ours global': 'false' }, now)).toEqual([]);
    expect(judgePresence(now, 1)).toEqual([]);
    expect(judgePresence(now, 0)).toHaveLength(2);
    expect(judgePresence(now, 2)).toHaveLength(1);
  });

  it('cuts a long list', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`fact ${at}`, 'x']));
    expect(compareTraces({}, many)).toHaveLength(13);
  });
});
