import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HelpError, type Problem } from '@helpkiosk/core';
import { localeOf } from '../sources/locale-tag.js';
import { nearestName } from './nearest-name.js';

/** The file that `init` writes and the other commands read. */
export const PROJECT_FILE = 'helpkiosk.json';

/**
 * What `helpkiosk.json` says; paths are relative to its folder. `content`: a folder or file of articles. `pages`: where the site's
 * pages lie. `public`: what is served beside them, where widget and pack go (default: `pages`). `out`: the pack's folder (default:
 * `helpkiosk/pack` in `public`). `locale`: language of sources that name none. `synonyms`: file of words that mean the same. `votes`: file of what customers
 * said of articles. `name`, `accent`: of the site.
 */
export interface Project {
  content?: string;
  pages?: string;
  public?: string;
  out?: string;
  locale?: string;
  name?: string;
  accent?: string;
  synonyms?: string;
  votes?: string;
}

type Check = (value: string) => boolean;
const isPath: Check = (value) => !value.includes('\0');
const FIELDS: { readonly [K in keyof Required<Project>]: readonly [check: Check, expected: string] } = {
  content: [isPath, 'the path of a folder or file'],
  pages: [isPath, 'the path of a folder'],
  public: [isPath, 'the path of a folder'],
  out: [isPath, 'the path of a folder'],
  locale: [(value) => localeOf(value) !== null, 'a language tag such as "en" or "zh-Hans"'],
  name: [() => true, 'a text'],
  accent: [(value) => /^#(?:[\da-f]{3}|[\da-f]{6})$/iu.test(value), 'a colour such as "#2450c4"'],
  synonyms: [isPath, 'the path of a file'],
  votes: [isPath, 'the path of a file'],
};

/** The settings in a parsed `helpkiosk.json`. Throws HelpError `config-invalid` with every problem at once. */
export function parseProject(value: unknown): Project {
  const problems: Problem[] = [];
  const complain = (message: string): void => void problems.push({ path: PROJECT_FILE, message });
  const project: Project = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) complain('must hold an object: {...}');
  else {
    for (const [name, written] of Object.entries(value as Record<string, unknown>)) {
      if (!isField(name)) {
        const nearest = nearestName(name, Object.keys(FIELDS));
        complain(`"${name}" is no setting${nearest ? `: did you mean "${nearest}"?` : ''}`);
      } else {
        const [check, expected] = FIELDS[name];
        if (typeof written === 'string' && written.trim() !== '' && check(written)) project[name] = written;
        else complain(`"${name}" must be ${expected}`);
      }
    }
  }
  if (problems.length) throw new HelpError('config-invalid', { problems });
  return project;
}

const isField = (name: string): name is keyof Project => Object.hasOwn(FIELDS, name);

/** The settings of a folder, or null when it has no `helpkiosk.json`. Throws as `parseProject`, and where the file is no JSON. */
export async function readProject(folder: string): Promise<Project | null> {
  let text: string;
  try {
    text = await readFile(join(folder, PROJECT_FILE), 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
  return parseProject(parseJson(text.replace(/^\uFEFF/u, '')));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message;
    const at = Number(/position (\d+)/u.exec(message)?.[1] ?? Number.NaN);
    const line = Number.isNaN(at) ? '' : `:${text.slice(0, at).split('\n').length}`;
    const problems = [{ path: `${PROJECT_FILE}${line}`, message: `is no JSON: ${message}` }];
    throw new HelpError('config-invalid', { problems }, { cause });
  }
}
