// Every schema of the protocol by its name: the one source of docs/openapi.json, of the kit, and of hosts that check with them.
import { contentSchemas } from './content.js';
import { exchangeSchemas } from './exchange.js';
import type { JsonSchema } from './json-schema.js';
import { peopleSchemas } from './people.js';
import { statusSchemas } from './status.js';
import { waitingSchemas } from './waiting.js';

export type { JsonSchema } from './json-schema.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const all = { ...statusSchemas, ...waitingSchemas, ...peopleSchemas, ...exchangeSchemas, ...contentSchemas };

/**
 * JSON Schemas (2020-12) of all that goes over the wire, by name, one to one with the types of `@helpkiosk/core`. Each has its name as `$id`, and names
 * others by `$ref`, so `new Ajv2020().addSchema(Object.values(schemas))` takes them as they are. Members that they do not name are allowed and ignored.
 */
export const schemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries(all).map(([name, schema]) => [name, { $schema: DIALECT, $id: name, title: name, ...schema }]),
);
