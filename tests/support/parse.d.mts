/** A node of the syntax tree (ESTree, with TypeScript's nodes), as far as the tests read it. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/**
 * Parses a module; the ending of `path` chooses the language (.ts, .tsx, else JavaScript with JSX).
 * Throws on a syntax error, with the place.
 */
export function parseModule(text: string, path: string): SyntaxNode;
