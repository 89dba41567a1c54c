import { resolve } from 'node:path';
import { packSentence } from './build.js';
import { refuseUsage, type CommandContext, type ExitCode } from './command-context.js';
import { compilePack, toRequest } from './compile-pack.js';
import { explainExtra, explainFailure, explainMissing } from './explain-failure.js';
import { isThere } from './file-facts.js';
import { pasteLines } from './init/init-report.js';
import { planOfProject } from './init/plan-project.js';
import { parseWords } from './parse-words.js';
import { createProgressBar } from './progress-bar.js';
import { PROJECT_FILE, readProject, type Project } from './project.js';
import { createLivePack, type LivePack, type Rebuilt } from './serve/live-pack.js';
import { PREVIEW_PAGE } from './serve/preview-page.js';
import { startPreviewServer } from './serve/preview-server.js';
import { createSiteAnswer } from './serve/serve-site.js';
import { watchPaths } from './serve/watch-paths.js';
import { packFolderOf, publicFolderOf, resolveReading, type ReadingSettings } from './settings.js';
import type { Terminal } from './terminal.js';

const USAGE = 'helpkiosk serve [folder] [--port <number>]';
const FIRST_PORT = 4180;

/** What `helpkiosk serve --help` prints. */
export const SERVE_HELP = `${USAGE}

Shows the site on this machine with the widget and a pack that is made anew whenever an article changes; open pages load
again by themselves. The pack stays in memory: helpkiosk build writes the one to publish.

  --port <number>   where to begin looking for a free port (${FIRST_PORT})
  --locale <tag>    language of sources that name none
  --help            print this

Only this machine can reach it. Ctrl+C stops it.
Exit code: 0 stopped; 1 no port, or nothing to serve; 2 wrong usage.`;

const OPTIONS = { port: { type: 'string' }, locale: { type: 'string' } } as const;

/** Runs `helpkiosk serve` with the words after it, until the signal of the context. Never rejects. */
export async function runServe(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, cwd } = context;
  const parsed = parseWords(words, OPTIONS);
  if (parsed.kind === 'help') {
    terminal.out(SERVE_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuseUsage(terminal, parsed.message, USAGE);
  const { values, positionals } = parsed;
  const [content, extra] = positionals;
  if (extra !== undefined) return refuseUsage(terminal, explainExtra(extra), USAGE);
  const port = Number(values.port ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuseUsage(terminal, `--port ${String(values.port)} is no port: write a number from 0 to 65535.`, USAGE);
  try {
    const project = (await readProject(cwd)) ?? {};
    const reading = resolveReading({ ...values, content }, project);
    if (typeof reading === 'string') return refuseUsage(terminal, reading, USAGE);
    if (!(await isThere(resolve(cwd, reading.content))))
      return refuseUsage(terminal, explainMissing(reading.content), USAGE);
    return await serve({ project, reading, port }, context);
  } catch (error) {
    for (const line of explainFailure(error)) terminal.error(`The site could not be served: ${line}`);
    return 1;
  }
}

interface ServeRequest {
  project: Project;
  reading: ReadingSettings;
  port: number;
}

async function serve({ project, reading, port }: ServeRequest, context: CommandContext): Promise<ExitCode> {
  const { terminal, cwd, signal } = context;
  const release = await context.findRelease();
  let isFirst = true;
  const live = createLivePack({
    compile: () =>
      compilePack({
        ...toRequest(reading, cwd),
        ...(isFirst ? { onFile: createProgressBar(terminal) } : {}),
        signal,
      }),
    onRebuilt: (rebuilt) => tellRebuilt(rebuilt, isFirst, terminal),
    onFailed: (error) => void (signal.aborted || terminal.error(explainFailure(error).join('\n'))),
  });
  await live.renew();
  isFirst = false;
  const server = await startPreviewServer({
    port,
    answer: createSiteAnswer({ project, cwd, release, pack: () => live.current() }),
  });
  const stopWatching = await watchSite({ project, reading }, cwd, live, () => server.reload(), terminal);
  if (port !== 0 && server.port !== port) terminal.out(`Port ${port} is taken, so this is port ${server.port}.`);
  await announce(project, release.version, server.url, context);
  await ended(signal);
  await stopWatching();
  await server.close();
  terminal.out('Stopped.');
  return 0;
}

function tellRebuilt({ pack, appeared, gone }: Rebuilt, isFirst: boolean, terminal: Terminal): void {
  for (const { path, message } of gone) terminal.out(`mended: ${path} ${message}`);
  for (const { path, message } of appeared) terminal.error(`${path} ${message}`);
  terminal.out(`${isFirst ? 'Built' : 'Built again'}: ${packSentence(pack)}`);
}

/** A change of an article makes a new pack; a change of a page, or of the pack, loads the pages again. */
async function watchSite(
  { project, reading }: Omit<ServeRequest, 'port'>,
  cwd: string,
  live: LivePack,
  reload: () => void,
  terminal: Terminal,
): Promise<() => Promise<void>> {
  const { content, synonyms, votes } = toRequest(reading, cwd);
  const onError = (error: unknown): void => terminal.error(`Changes may be missed: ${explainFailure(error).join(' ')}`);
  const sources = [content, ...[synonyms, votes].filter((file) => file !== undefined)];
  const stopSources = await watchPaths({
    paths: sources,
    except: [],
    onChange: () => void live.renew().then(reload),
    onError,
  });
  const pages = project.pages === undefined ? [] : [resolve(cwd, project.pages)];
  const ours = [...sources, resolve(cwd, packFolderOf(project)), resolve(cwd, publicFolderOf(project), 'helpkiosk')];
  const stopPages = pages.length
    ? await watchPaths({ paths: pages, except: ours, onChange: reload, onError })
    : async () => {};
  return async () => void (await Promise.all([stopSources(), stopPages()]));
}

async function announce(
  project: Project,
  version: string,
  url: string,
  { terminal, cwd }: CommandContext,
): Promise<void> {
  const hasPages = project.pages !== undefined;
  terminal.out('');
  if (hasPages) terminal.out(`Your site      ${url}/`);
  terminal.out(`Preview page   ${url}${PREVIEW_PAGE}`);
  terminal.out('');
  if (hasPages) for (const line of pasteLines(await planOfProject(cwd, project), version, cwd)) terminal.out(line);
  else terminal.out(`There is no page of yours in ${PROJECT_FILE}: helpkiosk init looks for it.`);
  terminal.out('Press Ctrl+C to stop.');
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
