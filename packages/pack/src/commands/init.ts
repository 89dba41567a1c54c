import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { packSentence } from './build.js';
import { refuseUsage, type CommandContext, type ExitCode } from './command-context.js';
import { compilePack, toRequest } from './compile-pack.js';
import { copyRelease } from './copy-release.js';
import { explainFailure } from './explain-failure.js';
import { firstArticle } from './init/first-article.js';
import { foundLines, pasteLines } from './init/init-report.js';
import { planOfProject, planProject, type Plan } from './init/plan-project.js';
import { isSamePack } from './init/same-pack.js';
import { parseWords } from './parse-words.js';
import { createProgressBar } from './progress-bar.js';
import { PROJECT_FILE, readProject } from './project.js';
import { packFolderOf, publicFolderOf, resolveReading } from './settings.js';
import { writePackFiles } from './write-files.js';

const USAGE = 'helpkiosk init';

/** What `helpkiosk init --help` prints. */
export const INIT_HELP = `${USAGE}

Gets a site ready: finds its articles and pages, its name and accent, writes them to helpkiosk.json, copies the widget into
the folder that is served, builds the first pack, and prints the tag to paste. Where there are no articles it writes one to
begin with. What is there already stays; run it again after an update of the widget.

  --yes    ask nothing, take the likeliest
  --help   print this

Exit code: 0 ready; 1 there is nothing to build, or something could not be written; 2 wrong usage.`;

/** Runs `helpkiosk init` with the words after it. Never rejects. */
export async function runInit(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context;
  const parsed = parseWords(words, { yes: { type: 'boolean' } });
  if (parsed.kind === 'help') {
    terminal.out(INIT_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuseUsage(terminal, parsed.message, USAGE);
  const [extra] = parsed.positionals;
  if (extra !== undefined)
    return refuseUsage(terminal, `init works in the folder that you are in, and takes no "${extra}".`, USAGE);
  try {
    return await init(context, parsed.values.yes === true);
  } catch (error) {
    for (const line of explainFailure(error)) terminal.error(`The site could not be made ready: ${line}`);
    return 1;
  }
}

async function init(context: CommandContext, isYes: boolean): Promise<ExitCode> {
  const { terminal, cwd } = context;
  const project = await readProject(cwd);
  const plan = project ? await planOfProject(cwd, project) : await planProject(cwd, isYes ? undefined : terminal.ask);
  if (plan.loose.length) {
    terminal.error(`${plan.loose.join(', ')} lie beside everything else, where pages and packages are.`);
    terminal.error('Move them into a folder of their own, such as help, and run helpkiosk init again.');
    return 1;
  }
  const release = await context.findRelease();
  const done: string[] = [];
  if (!plan.content) done.push(await writeFirstArticle(plan, cwd));
  const widget = join(publicFolderOf(plan.project), 'helpkiosk', release.version);
  const copied = await copyRelease(release, resolve(cwd, widget));
  if (copied !== 'unchanged') done.push(`${copied === 'copied' ? 'Copied' : 'Renewed'} the widget: ${widget}`);
  const pack = await buildFirstPack(plan, context);
  done.push(...pack.done);
  if (!project) done.push(await writeProject(plan, cwd));
  for (const line of foundLines(plan, pack.locales)) terminal.out(line);
  terminal.out('');
  if (!done.length) terminal.out('Nothing has changed: settings, widget and pack are as they should be.');
  for (const line of done) terminal.out(line);
  terminal.out('');
  for (const line of pasteLines(plan, release.version, cwd)) terminal.out(line);
  terminal.out('helpkiosk serve shows the site with it; helpkiosk build renews the pack after a change.');
  return pack.isEmpty ? 1 : 0;
}

async function writeFirstArticle({ project, pages }: Plan, cwd: string): Promise<string> {
  const { path, text } = firstArticle(pages[0]?.locale, project.name ?? null);
  const file = resolve(cwd, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' });
  return `Wrote a first article, which is yours to edit: ${path}`;
}

interface FirstPack {
  done: string[];
  isEmpty: boolean;
  locales: Readonly<Record<string, number>>;
}

async function buildFirstPack({ project }: Plan, { terminal, cwd, signal }: CommandContext): Promise<FirstPack> {
  const reading = resolveReading({}, project);
  if (typeof reading === 'string') throw new Error(reading);
  const pack = await compilePack({ ...toRequest(reading, cwd), onFile: createProgressBar(terminal), signal });
  for (const { path, message } of pack.problems) terminal.error(`${path} ${message}`);
  const out = packFolderOf(project);
  const isEmpty = Object.keys(pack.locales).length === 0;
  if (isEmpty) terminal.error(`No articles in ${reading.content} yet: the pack is built when there are some.`);
  const { locales } = pack;
  if (isEmpty || (await isSamePack(resolve(cwd, out), pack.files))) return { done: [], isEmpty, locales };
  await writePackFiles(resolve(cwd, out), pack.files);
  return { done: [`Built the pack: ${packSentence(pack)} in ${out}`], isEmpty, locales };
}

async function writeProject({ project }: Plan, cwd: string): Promise<string> {
  const file = join(cwd, PROJECT_FILE);
  await writeFile(`${file}.tmp`, `${JSON.stringify(project, null, 2)}\n`);
  await rename(`${file}.tmp`, file);
  return `Wrote the settings: ${PROJECT_FILE}`;
}
