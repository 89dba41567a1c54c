import { dirname, join } from 'node:path/posix';
import {
  computesAddresses,
  packageRules,
  publishedEntries,
  widgetRules,
  wrappedModules,
  type ImportReach,
} from './import-rules.js';
import { readImports, type ModuleImport } from './read-imports.js';

/** An import that the tables of docs/architecture.md do not allow. */
export interface ForbiddenImport {
  file: string;
  specifier: string;
  kind: ModuleImport['kind'];
  reason: string;
}

interface Place {
  /** The package's folder name; `example:NAME` for an example. */
  package: string;
  /** The widget's folder; `entry` or `contract` for files outside any folder. Undefined elsewhere. */
  folder?: string;
}

/**
 * Reads the imports of every source file of packages and examples and returns those that the tables forbid.
 * Keys are paths from the root of the repository, with `/`. Test files may import anything and are left out.
 */
export function findForbiddenImports(files: ReadonlyMap<string, string>): ForbiddenImport[] {
  const found: ForbiddenImport[] = [];
  for (const [file, text] of files) {
    const from = /\.test\.tsx?$/.test(file) ? null : placeOf(file);
    if (!from) continue;
    for (const edge of readImports(text, file)) {
      const reason = edge.specifier === null ? judgeComputed(from) : judge(file, from, edge.specifier, edge.kind);
      if (reason) found.push({ file, specifier: edge.specifier ?? '(computed)', kind: edge.kind, reason });
    }
  }
  return found;
}

function placeOf(path: string): Place | null {
  const example = /^examples\/([^/]+)\//.exec(path);
  if (example) return { package: `example:${example[1]}` };
  const source = /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(path);
  if (!source?.[1]) return null;
  return source[1] === 'widget' ? { package: 'widget', folder: source[2] ?? fileRole(path) } : { package: source[1] };
}

const fileRole = (path: string): string => (/-contract\.[jt]s$/.test(path) ? 'contract' : 'entry');

function judgeComputed(from: Place): string | null {
  if (from.package === 'pack' || from.package.startsWith('example:')) return null;
  if (from.folder && computesAddresses.includes(from.folder)) return null;
  return 'only the widget’s loader and app import from an address that they compute';
}

function judge(file: string, from: Place, specifier: string, kind: ModuleImport['kind']): string | null {
  if (specifier.startsWith('.')) return judgeRelative(from, join(dirname(file), specifier), kind);
  if (specifier.startsWith('@helpkiosk/')) return judgeOwnPackage(from, specifier, kind);
  return judgeModule(file, from, specifier, kind);
}

function judgeRelative(from: Place, target: string, kind: ModuleImport['kind']): string | null {
  const to = placeOf(target);
  if (to?.package !== from.package) return 'a relative import stays within its package: import the published name';
  if (!from.folder || !to.folder || from.folder === to.folder) return null;
  return judgeWidget(from.folder, to.folder, kind);
}

function judgeOwnPackage(from: Place, specifier: string, kind: ModuleImport['kind']): string | null {
  if (!publishedEntries.includes(specifier)) return 'this is not an entry that the package publishes';
  if (from.package.startsWith('example:')) return null;
  if (specifier.endsWith('/testing')) return 'the testing entry is for tests';
  const to = specifier.split('/')[1] ?? '';
  const rule = packageRules[from.package];
  if (!rule) return `the package ${from.package} has no row in the table`;
  if (!rule.packages.includes(to)) return `${from.package} may not import ${to}`;
  return from.folder ? judgeWidget(from.folder, to, kind) : null;
}

function judgeModule(file: string, from: Place, specifier: string, kind: ModuleImport['kind']): string | null {
  if (from.package.startsWith('example:')) return null;
  const name = specifier.startsWith('node:') ? 'node:' : moduleName(specifier);
  const rule = packageRules[from.package];
  if (!rule) return `the package ${from.package} has no row in the table`;
  if (!rule.modules.includes(name)) return `${from.package} may not import ${specifier}`;
  if (wrappedModules[name] && !wrappedModules[name].test(file)) return `${name} is wrapped: import its wrapper`;
  return from.folder ? judgeWidget(from.folder, name, kind) : null;
}

const moduleName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function judgeWidget(from: string, to: string, kind: ModuleImport['kind']): string | null {
  const row = widgetRules[from];
  if (!row) return `the widget's folder ${from} has no row in the table`;
  const reach = row[to];
  if (!reach) return `${from} may not import ${to}`;
  return isWithin(kind, reach) ? null : `${from} may import ${to} ${wordsOf[reach]}`;
}

const isWithin = (kind: ModuleImport['kind'], reach: ImportReach): boolean =>
  reach === 'value' || kind === 'type' || kind === reach;

const wordsOf: Record<ImportReach, string> = {
  value: 'freely',
  dynamic: 'only lazily, by import(), or as types',
  type: 'only as types, by import type',
};
