// The protocol's documents, held against the schemas and routes that they are made from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { routes, schemas } from '../packages/adapters/src/contract/index.js';
import { makeOpenApi, makeTables, putTables } from '../scripts/make-openapi.mjs';
import { root } from './support/source-files.js';

interface Operation {
  operationId: string;
  parameters: readonly { name?: string; in?: string; required?: boolean; $ref?: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description?: string; $ref?: string }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, { description: string }> };
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/protocol.md');
const json = read('docs/openapi.json');
const document = JSON.parse(json) as OpenApi;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** What a `#/a/b` address of the document leads to. */
const follow = (address: string): unknown =>
  address
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], document);

/** A page whatever its tables are padded with. */
const unpadded = (text: string): string =>
  text.replace(/^\|.*$/gm, (row) => row.replace(/ +/g, ' ').replace(/-{3,}/g, '---'));
const pageOf = (contract: typeof made): string => unpadded(putTables(page, makeTables(contract)));
const made = { schemas, routes };

describe('docs/openapi.json and docs/protocol.md', () => {
  it('are as node scripts/make-openapi.mjs makes them', () => {
    expect(document).toEqual(JSON.parse(JSON.stringify(makeOpenApi(made))));
    expect(pageOf(made)).toBe(unpadded(page));
  });

  it('would be stale with a route less, or with another limit', () => {
    const less = { schemas, routes: routes.slice(1) };
    const { text, ...rest } = schemas.MessageRequest!.properties!;
    const shorter = { ...schemas.MessageRequest, properties: { text: { ...text, maxLength: 7999 }, ...rest } };
    const other = { schemas: { ...schemas, MessageRequest: shorter }, routes };
    for (const changed of [less, other]) {
      expect(document).not.toEqual(JSON.parse(JSON.stringify(makeOpenApi(changed))));
      expect(pageOf(changed)).not.toBe(unpadded(page));
    }
  });

  it('need their markers', () => {
    expect(() => putTables('no markers', { routes: '' })).toThrow('no markers for routes');
  });
});

describe('the OpenAPI document', () => {
  it('leads somewhere by every reference', () => {
    const addresses = [...json.matchAll(/"\$ref": "([^"]*)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(60);
    expect(addresses.filter((address) => !address.startsWith('#/') || follow(address) === undefined)).toEqual([]);
  });

  it('holds schemas that a strict validator takes', () => {
    const ajv = new Ajv2020({ strict: true });
    ajv.addKeyword('components');
    ajv.addSchema({ $id: 'document', components: document.components });
    for (const name of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`document#/components/schemas/${name}`), name).toBeTypeOf('function');
    expect(Object.keys(document.components.schemas)).toEqual(Object.keys(schemas));
  });

  it('has every route, each with a name of its own', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('declares what stands in a path, describes what comes back, and takes no write without its header', () => {
    for (const { path, method, parameters, responses, operationId } of operations) {
      const inPath = parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => `{${name}}`);
      expect(inPath, operationId).toEqual(path.match(/\{\w+\}/g) ?? []);
      const isWrite = parameters.some(({ $ref }) => $ref === '#/components/parameters/Write');
      expect(isWrite, operationId).toBe(method !== 'get');
      expect(Object.keys(responses), operationId).toContain('default');
      for (const { $ref, description = '' } of Object.values(responses)) {
        if ($ref === undefined) expect(description, operationId).toMatch(/\S/);
        else expect(Object.keys(document.components.responses), operationId).toContain($ref.split('/').at(-1));
      }
    }
  });
});

describe('docs/protocol.md', () => {
  it('links to headings and files that there are', () => {
    const headings = new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title!.toLowerCase()));
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address!);
    const broken = links.filter((address) =>
      address.startsWith('#') ? !headings.has(address.slice(1)) : read(join('docs', address)) === '',
    );
    expect(links.length).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  });
});
