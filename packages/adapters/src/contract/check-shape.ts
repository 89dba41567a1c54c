// Holds a value against a schema of the protocol and says what is wrong where: small, without code made at run time, for any runner and page.
import type { Problem } from '@helpkiosk/core';
import type { JsonSchema } from './schemas/json-schema.js';
import { schemas } from './schemas/index.js';

/** More than this help nobody. */
const MOST_PROBLEMS = 20;
const DEEPEST = 64;

/**
 * What is wrong with a value by the schema of that name, at most 20 problems; empty for a sound one. Paths are as in `queue.recentStarts[0].at`. Knows what
 * the protocol's schemas use of JSON Schema and no more. Throws a TypeError for a name that is no schema.
 */
export function checkShape(name: string, value: unknown): Problem[] {
  if (!Object.hasOwn(schemas, name)) throw new TypeError(`no schema is called ${name}`);
  return check({ $ref: name }, value, '', 0).slice(0, MOST_PROBLEMS);
}

function check(schema: JsonSchema, value: unknown, path: string, depth: number): Problem[] {
  const no = (message: string): Problem[] => [{ path, message }];
  if (depth > DEEPEST) return no('lies too deep');
  if (schema.$ref !== undefined) return check(schemas[schema.$ref]!, value, path, depth + 1);
  if (schema.oneOf) return checkOneOf(schema.oneOf, value, path, depth);
  if (!isOfType(schema, value)) return no(`must be ${[schema.type].flat().join(' or ')}, is ${nameOf(value)}`);
  if (schema.const !== undefined && value !== schema.const) return no(`must be ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value as string)) return no(`must be one of ${schema.enum.join(', ')}`);
  if (typeof value === 'number') return checkNumber(schema, value).flatMap(no);
  if (typeof value === 'string') return checkText(schema, value).flatMap(no);
  if (Array.isArray(value)) return checkItems(schema, value, path, depth);
  return isRecord(value) ? checkMembers(schema, value, path, depth) : [];
}

/** The problems of the one branch that is meant: where a constant fits, else where least is wrong. */
function checkOneOf(branches: readonly JsonSchema[], value: unknown, path: string, depth: number): Problem[] {
  const found = branches.map((branch) => ({ branch, problems: check(branch, value, path, depth + 1) }));
  const fitting = found.filter(({ problems }) => problems.length === 0).length;
  if (fitting === 1) return [];
  if (fitting > 1) return [{ path, message: 'may be read in more than one way' }];
  const meant = found.find(({ branch }) =>
    Object.entries(branch.properties ?? {}).some(
      ([name, { const: fixed }]) => fixed !== undefined && isRecord(value) && value[name] === fixed,
    ),
  );
  if (meant) return meant.problems;
  const ofType = found.filter(({ branch }) => branch.$ref !== undefined || isOfType(branch, value));
  return ofType.length === 1 ? ofType[0]!.problems : [{ path, message: 'is of no kind that is allowed here' }];
}

function checkNumber({ minimum = -Infinity, maximum = Infinity }: JsonSchema, value: number): string[] {
  if (value < minimum) return [`must be at least ${minimum}, is ${value}`];
  return value > maximum ? [`must be at most ${maximum}, is ${value}`] : [];
}

function checkText({ minLength = 0, maxLength = Infinity, pattern }: JsonSchema, value: string): string[] {
  const length = [...value].length; // JSON Schema counts characters, not code units
  if (length < minLength) return [length === 0 ? 'must not be empty' : `must have at least ${minLength} characters`];
  if (length > maxLength) return [`must have at most ${maxLength} characters, has ${length}`];
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? [] : [`must match ${pattern}`];
}

function checkItems(schema: JsonSchema, value: readonly unknown[], path: string, depth: number): Problem[] {
  const { prefixItems = [], items, minItems = 0, maxItems = Infinity } = schema;
  const no = (message: string): Problem[] => [{ path, message }];
  if (value.length < minItems) return no(`must have at least ${minItems} items, has ${value.length}`);
  if (value.length > maxItems) return no(`must have at most ${maxItems} items, has ${value.length}`);
  if (items === false && value.length > prefixItems.length) return no(`must have at most ${prefixItems.length} items`);
  return value.flatMap((item, index) => {
    const each = prefixItems[index] ?? items;
    return each ? check(each, item, `${path}[${index}]`, depth + 1) : [];
  });
}

function checkMembers(
  schema: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): Problem[] {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const { minProperties = 0, maxProperties = Infinity } = schema;
  if (names.length < minProperties || names.length > maxProperties)
    return [{ path, message: `must have ${minProperties} to ${maxProperties} members, has ${names.length}` }];
  return [
    ...required
      .filter((name) => !names.includes(name))
      .map((name) => ({ path: join(path, name), message: 'is missing' })),
    ...names.flatMap((name) => {
      const at = join(path, name);
      const wrongName = propertyNames && check(propertyNames, name, at, depth + 1).length > 0;
      if (wrongName) return [{ path: at, message: 'may not be called so' }];
      const each = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (each === false) return [{ path: at, message: 'is not allowed here' }];
      return typeof each === 'object' ? check(each, value[name], at, depth + 1) : [];
    }),
  ];
}

function isOfType({ type }: JsonSchema, value: unknown): boolean {
  if (type === undefined) return true;
  const name = nameOf(value);
  return [type].flat().some((each) => each === name || (each === 'number' && name === 'integer'));
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => Object(value) === value && !Array.isArray(value);

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);
