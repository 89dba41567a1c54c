import { checkFields } from '../check/check-fields.js';
import type { Services } from '../http/route.js';
import { HostProblem } from '../problem.js';
import type { Shop } from '../shop/shop.js';

/** `POST /v1/actions/{id}`: the owner's tools. The language is that of `Accept-Language`. */
export function actionServices({ shop }: { shop: Shop }): Services {
  return {
    'POST /v1/actions/{id}': {
      async handle({ params, headers, body }) {
        const action = shop.actions.find(({ form }) => form.id === params['id']);
        if (!action) throw new HostProblem(404);
        const { fields } = body as { fields: Readonly<Record<string, unknown>> };
        const locale = /^[A-Za-z-]{2,35}/.exec(headers['accept-language'] ?? '')?.[0] ?? 'en';
        const problems = checkFields(fields, { fields: action.form.fields, checks: action.checks, locale });
        if (problems.length) throw new HostProblem(422, { detail: 'Some fields need another look', problems });
        return { status: 200, body: action.run(fields, locale) };
      },
    },
  };
}
