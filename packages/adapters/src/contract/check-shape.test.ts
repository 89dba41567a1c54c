import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShape } from './check-shape.js';
import { schemas, type JsonSchema } from './schemas/index.js';

const ajv = new Ajv2020({ strict: true });
ajv.addSchema(Object.values(schemas));

/** Values near a schema: right, and wrong in one way or another. */
function nearly(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 8) return fc.constant('deep');
  if (schema.$ref !== undefined) return nearly(schemas[schema.$ref]!, depth + 1);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((each) => nearly(each, depth + 1)));
  return fc.oneof({ weight: 150, arbitrary: ofType(schema, depth) }, { weight: 1, arbitrary: odd });
}

const odd = fc.oneof(fc.constantFrom<unknown>(null, true, '', 0, -1, 0.5, 1e20, [], {}, 'x'.repeat(400)), fc.string());

function ofType(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { minimum = -10, maximum = 1e6, minLength = 0, maxLength = 30, minItems = 0, maxItems = 3 } = schema;
  const [type] = [schema.type].flat();
  if (type === 'integer') return fc.integer({ min: minimum, max: maximum });
  if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
  if (type === 'string') {
    const any = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 12), unit: 'grapheme' });
    return schema.pattern ? fc.oneof(fc.stringMatching(new RegExp(schema.pattern)), any) : any;
  }
  if (type === 'array') {
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((each) => nearly(each, depth + 1)));
    return schema.items
      ? fc.array(nearly(schema.items, depth + 1), {
          minLength: minItems,
          maxLength: Math.max(minItems, Math.min(maxItems, 3)),
        })
      : fc.constant([]);
  }
  return type === 'object' ? members(schema, depth) : fc.boolean();
}

function members({ properties = {}, required = [], additionalProperties }: JsonSchema, depth: number) {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, nearly(each, depth + 1)])),
    { requiredKeys: [...required] },
  );
  const extra =
    typeof additionalProperties === 'object'
      ? fc.dictionary(fc.constantFrom('a', 'en', '2026-11-22', '1'), nearly(additionalProperties, depth + 1))
      : fc.dictionary(fc.constantFrom('extra', '0', 'toString'), fc.integer(), { maxKeys: 1 });
  return fc.tuple(known, extra).map(([one, other]) => ({ ...other, ...one }));
}

describe('checkShape', () => {
  it.each(Object.keys(schemas))('agrees with a full validator: %s', (name) => {
    const validate = ajv.getSchema(name)!;
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(nearly({ $ref: name }, 0), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value));
        const problems = checkShape(name, copy);
        seen[problems.length ? 'wrong' : 'right']++;
        expect(problems.length === 0, JSON.stringify(problems)).toBe(validate(copy));
      }),
      { numRuns: 200, seed: 7 },
    );
    expect([seen.right > 0, seen.wrong > 0]).toEqual([true, true]);
  });

  it('says where, and what', () => {
    const status = {
      state: 'open',
      observedAt: 1,
      supports: {},
      queue: { recentStarts: [{ at: '9:00', waitMs: -1 }] },
    };
    expect(checkShape('ServiceStatus', status)).toEqual([
      { path: 'observedAt', message: 'must be at least 978307200000, is 1' },
      { path: 'queue.recentStarts[0].at', message: 'must be integer, is string' },
      { path: 'queue.recentStarts[0].waitMs', message: 'must be at least 0, is -1' },
    ]);
  });

  it('reads the problems of the kind of event that was meant', () => {
    expect(checkShape('ConversationEvent', { id: '1', type: 'state', state: 'gone' })).toEqual([
      { path: 'state', message: 'must be one of queued, open, ended' },
    ]);
  });

  it('names at most twenty problems, and refuses what is no schema', () => {
    expect(checkShape('SearchAnswer', { results: Array.from({ length: 30 }, () => 1) })).toHaveLength(20);
    expect(() => checkShape('toString', {})).toThrow(TypeError);
  });
});
