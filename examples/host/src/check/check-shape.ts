import { schemas } from '@helpkiosk/adapters/contract';
import type { Problem } from '@helpkiosk/core';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { HostProblem } from '../problem.js';

/** Throws 422 with a problem for each member that does not fit the schema of that name. */
export type CheckShape = (name: string, value: unknown) => void;

const MOST_PROBLEMS = 50;

/** Checks with the schemas of the protocol, each compiled when it is first used. */
export function createShapeCheck(): CheckShape {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  ajv.addSchema(Object.values(schemas));
  return (name, value) => {
    const validate = ajv.getSchema(name) as ValidateFunction;
    if (validate(value)) return;
    const problems = (validate.errors ?? []).slice(0, MOST_PROBLEMS).map(asProblem);
    throw new HostProblem(422, { detail: 'The body does not fit the protocol', problems });
  };
}

/** `/context/articles/0` and a missing member become `context.articles[0]` and its name. */
function asProblem({ instancePath, keyword, params, message }: ErrorObject): Problem {
  const parts = instancePath.split('/').slice(1);
  if (keyword === 'required') parts.push(String((params as { missingProperty: string }).missingProperty));
  const path = parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, place) => (/^\d+$/.test(part) ? `[${part}]` : place ? `.${part}` : part))
    .join('');
  return { path: path.slice(0, 300), message: message ?? 'does not fit' };
}
