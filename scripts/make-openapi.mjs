// Makes docs/openapi.json, and the tables of docs/protocol.md, from the schemas and routes of @helpkiosk/adapters/contract. Run it after a build: it reads dist.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const OPENAPI = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/protocol.md', import.meta.url));
const component = (name) => ({ $ref: `#/components/schemas/${name}` });

/** A schema as the document holds it: names become addresses within it. */
function toComponent(value) {
  if (Array.isArray(value)) return value.map(toComponent);
  if (Object(value) !== value) return value;
  const entries = Object.entries(value).filter(([name]) => name !== '$schema' && name !== '$id');
  return Object.fromEntries(
    entries.map(([name, each]) =>
      name === '$ref' ? ['$ref', `#/components/schemas/${each}`] : [name, toComponent(each)],
    ),
  );
}

const SECURITY = {
  none: [],
  owner: [{ owner: [] }, {}],
  session: [{ session: [] }],
  claim: [{ session: [] }, { claim: [] }],
};

/** `requestCallback` as it is, `session` for the one route that serves no method. */
const operationId = ({ supports, path }) => supports ?? path.split('/').at(-1);

function parametersOf(route) {
  const own = (route.parameters ?? [])
    .filter(({ name }) => name !== 'HelpKiosk-Claim')
    .map(({ schema: { description, ...schema }, required = false, ...rest }) => ({
      ...rest,
      required,
      description,
      schema: toComponent(schema),
    }));
  const shared = [...(route.method === 'GET' ? [] : ['Write']), ...(route.idempotent ? ['IdempotencyKey'] : [])].map(
    (name) => ({ $ref: `#/components/parameters/${name}` }),
  );
  return [...own, ...shared];
}

function successOf({ response, stream, poll, summary }) {
  if (!response) return { description: summary };
  const content = stream
    ? { 'text/event-stream': { schema: { type: 'string', description: `Events; the data of each is a ${response}` } } }
    : { 'application/json': { schema: component(response) } };
  return {
    description: summary,
    content: { ...content, ...(poll ? { 'application/json': { schema: component(poll) } } : {}) },
  };
}

function operationOf(route) {
  const { request, status, summary, auth, response } = route;
  const body =
    request === 'bytes'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: component(request) } };
  return {
    operationId: operationId(route),
    summary,
    security: SECURITY[auth],
    parameters: parametersOf(route),
    ...(request ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [status]: successOf(route),
      ...(response === 'ServiceStatus' ? { 304: { description: 'As it was' } } : {}),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** The OpenAPI 3.1 document, as an object. */
export function makeOpenApi({ schemas, routes }) {
  const paths = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'HelpKiosk host protocol',
      version: '1.0.0',
      description: 'What the widget asks of a host. Made from the schemas; docs/protocol.md tells the rest.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: DIALECT,
    servers: [{ url: '/', description: 'The URL that the option `host` names' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toComponent(schema)])),
      parameters: {
        Write: {
          ...{ name: 'HelpKiosk-Write', in: 'header', required: true },
          description: 'A form of another site cannot send it',
          schema: { type: 'string', const: '1' },
        },
        IdempotencyKey: {
          ...{ name: 'Idempotency-Key', in: 'header', required: true },
          description: 'The same for every try of one thing',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
      responses: {
        Problem: {
          description: 'It failed',
          content: { 'application/problem+json': { schema: component('ProblemDocument') } },
        },
      },
      securitySchemes: {
        owner: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token that the owner made' },
        session: { type: 'http', scheme: 'bearer', description: 'The token of a session' },
        claim: { type: 'apiKey', in: 'header', name: 'HelpKiosk-Claim', description: 'The claim token of a ticket' },
      },
    },
  };
}

const cell = (text) => text.replaceAll('|', '\\|');
const link = (name) => `[${name}](#${name.toLowerCase()})`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What a member holds, in a word or two. */
function typeOf({
  $ref,
  type,
  enum: words,
  const: fixed,
  items,
  prefixItems,
  oneOf,
  properties,
  additionalProperties,
}) {
  if ($ref) return link($ref);
  if (fixed !== undefined) return `\`${JSON.stringify(fixed)}\``;
  if (words) return words.map((each) => `\`${each}\``).join(' ');
  if (oneOf) return oneOf.map(typeOf).join(' or ');
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  if (items) return `list of ${typeOf(items)}`;
  if (properties) return `{ ${membersOf({ properties })} }`;
  if (additionalProperties) return `${typeOf(additionalProperties)} by name`;
  return [type].flat().join(' or ');
}

const membersOf = ({ properties }) => Object.keys(properties).join(', ');

/** Limits that a text or number has, beside those of all instants and durations. */
function limitsOf({ minimum, maximum, maxLength, maxItems, maxProperties, description = '' }) {
  const isTime = /\((epoch )?ms\)$/.test(description);
  return [
    ...(minimum !== undefined && !isTime && minimum !== 0 ? [`from ${minimum}`] : []),
    ...(maximum !== undefined && !isTime && maximum < 1_000_000 ? [`to ${maximum}`] : []),
    ...(maxLength ? [`≤ ${maxLength} characters`] : []),
    ...(maxItems ? [`≤ ${maxItems}`] : []),
    ...(maxProperties ? [`≤ ${maxProperties} members`] : []),
  ].join(', ');
}

function memberRows(schemas, { properties = {}, required = [] }) {
  return Object.entries(properties).map(([name, schema]) => {
    const described = { ...schema, description: schema.description ?? schemas[schema.$ref]?.description ?? '' };
    const limits = limitsOf(described);
    return [
      `\`${name}\`${required.includes(name) ? '' : '?'}`,
      typeOf(schema),
      cell(described.description) + (limits ? `; ${limits}` : ''),
    ];
  });
}

function schemaPart(schemas, name) {
  const { description, oneOf, ...schema } = schemas[name];
  const members = (each) => table(['Member', 'Type', 'What'], memberRows(schemas, each));
  const bodies = oneOf
    ? oneOf.map((each) => (each.properties ? members(each) : `- ${typeOf(each)}`))
    : [schema.properties ? members(schema) : `A ${typeOf(schema)}.`];
  return [`### ${name}`, `${description}.`, ...bodies].join('\n\n');
}

const AUTH = { none: '', owner: 'owner’s JWT or nothing', session: 'session', claim: 'session or claim' };

/** The tables of docs/protocol.md by the name of their markers. */
export function makeTables({ schemas, routes }) {
  const shape = (name) => (!name ? '' : name === 'bytes' ? 'bytes' : link(name));
  const rows = routes.map(({ method, path, summary, supports, request, response, poll, stream, auth, idempotent }) => [
    `\`${method} ${path}\``,
    summary,
    supports ? `\`${supports}\`` : '',
    shape(request),
    [shape(response) + (stream ? ' (stream)' : ''), shape(poll)].filter(Boolean).join(' or '),
    AUTH[auth],
    idempotent ? 'key' : '',
  ]);
  return {
    routes: table(['Route', 'What', '`supports`', 'Asks', 'Answers', 'Who', 'Once'], rows),
    schemas: Object.keys(schemas)
      .map((name) => schemaPart(schemas, name))
      .join('\n\n'),
  };
}

/** The page with its tables renewed. Throws where a pair of markers is missing. */
export function putTables(page, tables) {
  return Object.entries(tables).reduce((text, [name, content]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [before, rest] = [text.split(start)[0], text.split(start)[1]?.split(end)];
    if (rest?.length !== 2) throw new Error(`docs/protocol.md has no markers for ${name}`);
    return `${before}${start}\n\n${content}\n\n${end}${rest[1]}`;
  }, page);
}

/** Both files as they should be, by path from the root. */
export async function makeProtocolFiles(contract, page) {
  const style = await resolveConfig(PAGE);
  const pretty = (text, parser) => format(text, { ...style, parser });
  return {
    'docs/openapi.json': await pretty(JSON.stringify(makeOpenApi(contract), null, 2), 'json'),
    'docs/protocol.md': await pretty(putTables(page, makeTables(contract)), 'markdown'),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await makeProtocolFiles(await import('@helpkiosk/adapters/contract'), await readFile(PAGE, 'utf8'));
  await writeFile(OPENAPI, files['docs/openapi.json']);
  await writeFile(PAGE, files['docs/protocol.md']);
}
