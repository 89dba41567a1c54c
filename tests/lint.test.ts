import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What must never pass, by the file it is planted in: the code, and the word that the message must hold. */
const planted: Record<string, [code: string, word: string]> = {
  'widget/src/inner.ts': ['export const f = (e: HTMLElement) => { e.innerHTML = location.hash; };', 'innerHTML'],
  'widget/src/inner-computed.ts': [
    "export const f = (e: HTMLElement) => { e['innerHTML'] = location.hash; };",
    'innerHTML',
  ],
  'widget/src/inner-key.ts': [
    'export const f = (e: HTMLElement, x: string) => Object.assign(e, { innerHTML: x });',
    'innerHTML',
  ],
  'widget/src/outer.ts': ['export const f = (e: HTMLElement) => { e.outerHTML = location.hash; };', 'outerHTML'],
  'widget/src/adjacent.ts': [
    "export const f = (e: HTMLElement, x: string) => e.insertAdjacentHTML('beforeend', x);",
    'insertAdjacentHTML',
  ],
  'widget/src/fragment.ts': [
    'export const f = (r: Range, x: string) => r.createContextualFragment(x);',
    'createContextualFragment',
  ],
  'widget/src/unsafe.ts': [
    'export const f = (e: { setHTMLUnsafe(x: string): void }, x: string) => e.setHTMLUnsafe(x);',
    'setHTMLUnsafe',
  ],
  'widget/src/parser.ts': [
    "export const f = (x: string) => new DOMParser().parseFromString(x, 'text/html');",
    'DOMParser',
  ],
  'widget/src/parser-member.ts': ['export const f = () => new window.DOMParser();', 'DOMParser'],
  'widget/src/write.ts': ['export const f = (x: string) => document.write(x);', 'document.write'],
  'widget/src/writeln.ts': [
    'export const f = (e: Element, x: string) => e.ownerDocument.writeln(x);',
    'document.writeln',
  ],
  'widget/src/danger.tsx': [
    'export const f = (x: string) => <p dangerouslySetInnerHTML={{ __html: x }} />;',
    'dangerouslySetInnerHTML',
  ],
  'widget/src/danger-key.ts': [
    'export const f = (x: string) => ({ dangerouslySetInnerHTML: { __html: x } });',
    'dangerouslySetInnerHTML',
  ],
  'widget/src/frame.tsx': ['export const f = (x: string) => <iframe srcdoc={x} />;', 'srcdoc'],
  'widget/src/frame-camel.tsx': ['export const f = (x: string) => <iframe srcDoc={x} />;', 'srcDoc'],
  'widget/src/eval.ts': ['export const f = (x: string): unknown => eval(x);', 'eval'],
  'widget/src/eval-indirect.ts': ['export const f = (x: string): unknown => (0, eval)(x);', 'eval'],
  'widget/src/eval-member.ts': ["export const f = (x: string): unknown => globalThis['eval'](x);", 'eval'],
  'widget/src/new-function.ts': ['export const f = (x: string) => new Function(x);', 'Function'],
  'widget/src/function-call.ts': ['export const f = (x: string): unknown => Function(x)();', 'Function'],
  'widget/src/style-set.ts': [
    "export const f = (e: Element) => e.setAttribute('style', 'color: red');",
    'style attribute',
  ],
  'widget/src/style-text.tsx': ['export const f = () => <p style="color: red" />;', 'style attribute'],
  'widget/src/style-value.tsx': ['export const f = (x: string) => <p style={x} />;', 'style attribute'],
  'widget/src/any.ts': ['export const f = (x: any) => x as unknown;', 'any'],
  'pack/src/inner.ts': ['export const f = (e: { innerHTML: string }) => e.innerHTML;', 'innerHTML'],
  'core/src/now.ts': ['export const f = () => Date.now();', 'Date.now'],
  'core/src/new-date.ts': ['export const f = () => new Date();', 'new Date()'],
  'core/src/global-now.ts': ['export const f = () => globalThis.Date.now();', 'Date.now'],
  'search/src/random.ts': ['export const f = () => Math.random();', 'Math.random'],
  'core/src/document.ts': ['export const f = () => document.title;', 'document'],
  'core/src/window-member.ts': ['export const f = () => globalThis.window;', 'window'],
  'search/src/window.ts': ['export const f = () => typeof window;', 'window'],
  'search/src/storage.ts': ["export const f = () => localStorage.getItem('x');", 'localStorage'],
};

/** What must pass: the same words where they do no harm, and the places that are exempt. */
const clean: Record<string, string> = {
  'widget/src/words.tsx': `
    // element.innerHTML = text; eval(text)
    export const help = 'Never set innerHTML, never eval, never style="".';
    export const write = (w: { write(x: string): void }) => w.write(help);
    export const callIt = (f: Function) => typeof f;
    export const view = (size: number) => <p class="hk-style" style={{ width: size }}>{help}</p>;
    export const now = () => Date.now();`,
  'core/src/env.ts': 'export const env = { now: () => Date.now(), random: () => Math.random() };',
  'core/src/names.ts': `
    export const document = { title: 'an article' };
    export const titleOf = (view: { document: { title: string } }) => view.document.title;
    export const local = () => document.title;
    export const at = (nowMs: number) => new Date(nowMs);`,
  'core/src/clock.test.ts': 'export const before = Date.now();',
};

interface Diagnostic {
  message: string;
  filename: string;
}

describe('the lint', () => {
  let folder: string;
  let diagnostics: Diagnostic[];
  let exitCode: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'helpkiosk-lint-'));
    for (const name of ['.oxlintrc.json', 'scripts/lint'])
      await cp(join(root, name), join(folder, name), { recursive: true });
    const files = [...Object.entries(planted).map(([path, [code]]) => [path, code] as const), ...Object.entries(clean)];
    for (const [path, code] of files) {
      const file = join(folder, 'packages', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${code}\n`);
    }
    ({ diagnostics, exitCode } = await lint(folder));
  }, 30_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const messagesOf = (path: string): string[] =>
    diagnostics.filter(({ filename }) => filename === `packages/${path}`).map(({ message }) => message);

  it.each(Object.entries(planted))('names %s', (path, [, word]) => {
    expect(messagesOf(path).join('\n')).toContain(word);
  });

  it.each(Object.keys(clean))('says nothing about %s', (path) => {
    expect(messagesOf(path)).toEqual([]);
  });

  it('ends with a failure when something is planted', () => {
    expect(exitCode).not.toBe(0);
  });
});

function lint(folder: string): Promise<{ diagnostics: Diagnostic[]; exitCode: number }> {
  const bin = join(root, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [bin, '--deny-warnings', '--format=json'], { cwd: folder }, (error, stdout) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
        resolve({ diagnostics, exitCode: Number(error?.code ?? 0) });
      } catch (cause) {
        reject(new Error(`oxlint did not answer with JSON: ${stdout}`, { cause }));
      }
    });
  });
}
