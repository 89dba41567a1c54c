import { parseModule, type SyntaxNode } from './parse.mjs';

/**
 * One edge of a module: `value` and `dynamic` are there at run time, `type` is erased. `specifier` is null where a
 * dynamic import computes its address. `names` are what an `import { a, type B }` takes at run time; else empty.
 */
export interface ModuleImport {
  specifier: string | null;
  kind: 'value' | 'type' | 'dynamic';
  names: string[];
}

/**
 * Every import of a module: `import`, `export from`, `import()`, `import x = require()` and `import('x')` in types.
 * `import { type A }` counts as a value, since `verbatimModuleSyntax` keeps the import of the module itself.
 * Throws when the text cannot be parsed.
 */
export function readImports(text: string, path: string): ModuleImport[] {
  const imports: ModuleImport[] = [];
  visit(parseModule(text, path), (node) => {
    const found = asImport(node);
    if (found) imports.push(found);
  });
  return imports;
}

function asImport(node: SyntaxNode): ModuleImport | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return edge(node.source, node.importKind === 'type' ? 'type' : 'value', importedNames(node.specifiers));
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? edge(node.source, node.exportKind === 'type' ? 'type' : 'value') : null;
    case 'ImportExpression':
      return edge(node.source, 'dynamic');
    case 'TSImportType':
      return edge(node.source ?? node.argument, 'type');
    case 'TSExternalModuleReference':
      return edge(node.expression, 'value');
    default:
      return null;
  }
}

const edge = (source: unknown, kind: ModuleImport['kind'], names: string[] = []): ModuleImport => ({
  specifier: literalText(source),
  kind,
  names,
});

function importedNames(specifiers: unknown): string[] {
  const named = (specifiers as SyntaxNode[]).filter(
    ({ type, importKind }) => type === 'ImportSpecifier' && importKind !== 'type',
  );
  return named.map(({ imported }) => (imported as { name: string }).name);
}

function visit(node: SyntaxNode, see: (node: SyntaxNode) => void): void {
  see(node);
  for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, see);
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The text of a string literal, also inside TypeScript's literal type; null for anything computed. */
function literalText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'TSLiteralType') return literalText(node.literal);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') {
    const [only, ...more] = node.quasis as { value: { cooked: string } }[];
    return more.length === 0 ? (only?.value.cooked ?? null) : null;
  }
  return null;
}
