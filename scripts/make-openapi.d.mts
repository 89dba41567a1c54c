import type { JsonSchema, Route } from '@helpkiosk/adapters/contract';

export interface Contract {
  schemas: Readonly<Record<string, JsonSchema>>;
  routes: readonly Route[];
}
export function makeOpenApi(contract: Contract): Record<string, unknown>;
export function makeTables(contract: Contract): Record<'routes' | 'schemas', string>;
export function putTables(page: string, tables: Readonly<Record<string, string>>): string;
export function makeProtocolFiles(
  contract: Contract,
  page: string,
): Promise<Record<'docs/openapi.json' | 'docs/protocol.md', string>>;
