// The part of JSON Schema 2020-12 that the protocol's schemas are written in, and short words for what they say most.

/** A JSON Schema (https://json-schema.org/draft/2020-12/schema) as a plain object; `$ref` is the name of another schema of the protocol. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly [JsonType, 'null'];
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: false | JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly oneOf?: readonly JsonSchema[];
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** 2001-01-01: what lies before it is no instant of ours but seconds for milliseconds, or one of the years 0001 and 1970 that desks write for "no date". */
export const FIRST_INSTANT = 978_307_200_000;
/** The end of the year 9999; microseconds lie behind it. */
export const LAST_INSTANT = 253_402_300_799_999;
/** 366 days: no duration of ours is longer. */
export const LONGEST_MS = 31_622_400_000;

/** An instant in whole epoch milliseconds. */
export const instant = (description: string): JsonSchema => ({
  type: 'integer',
  minimum: FIRST_INSTANT,
  maximum: LAST_INSTANT,
  description: `${description} (epoch ms)`,
});

/** The same, or null for none. */
export const instantOrNull = (description: string): JsonSchema => ({
  ...instant(description),
  type: ['integer', 'null'],
});

/** A duration in milliseconds. */
export const duration = (description: string): JsonSchema => ({
  type: 'number',
  minimum: 0,
  maximum: LONGEST_MS,
  description: `${description} (ms)`,
});

/** How many; whole, from 0 unless told. */
export const count = (description: string, minimum = 0): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum: 1_000_000,
  description,
});

/** Text of at most so many characters; `minimum` 0 lets it be empty. */
export const text = (description: string, maxLength?: number, minLength = 1): JsonSchema => ({
  type: 'string',
  minLength,
  ...(maxLength === undefined ? {} : { maxLength }),
  description,
});

/** A name that one side gives a thing, and the other hands back as it is. */
export const id = (description: string): JsonSchema => text(description, 200);

/** A language tag (BCP 47). */
export const locale = (description = 'The reader’s language (BCP 47)'): JsonSchema => ({
  type: 'string',
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  maxLength: 35,
  description,
});

/** One of these words. */
export const word = (description: string, ...words: readonly string[]): JsonSchema => ({
  type: 'string',
  enum: words,
  description,
});

/** Yes or no. */
export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });

/** A schema of the protocol, by its name. */
export const ref = (name: string): JsonSchema => ({ $ref: name });

/** A list of at most so many. */
export const list = (items: JsonSchema, description: string, maxItems?: number): JsonSchema => ({
  type: 'array',
  items,
  ...(maxItems === undefined ? {} : { maxItems }),
  description,
});

/** Members by name, those of `required` always there. What it does not name may be there too, and is ignored. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
  description?: string,
): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length ? { required } : {}),
  ...(description === undefined ? {} : { description }),
});

/** Text by language tag, at least one. */
export const localised = (description: string): JsonSchema => ({
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'string' },
  description: `${description}, by language tag`,
});
