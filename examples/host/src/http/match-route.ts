import { routes, type Route } from '@helpkiosk/adapters/contract';
import { HostProblem } from '../problem.js';
import type { Service, Services } from './route.js';

/** A route of the protocol with the one who answers it. */
export interface ServedRoute extends Route {
  readonly service: Service;
}

/** The routes of the protocol that are served. Throws for a route that the protocol does not have. */
export function serveRoutes(services: Services): readonly ServedRoute[] {
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const stranger = Object.keys(services).find((name) => !known.has(name));
  if (stranger !== undefined) throw new Error(`The protocol has no route ${stranger}`);
  return routes.flatMap((route) => {
    const service = services[`${route.method} ${route.path}`];
    return service ? [{ ...route, service }] : [];
  });
}

/** A path and what stands in it for `{id}`. */
export interface Match {
  readonly route: ServedRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** The route for a request. Throws 404 for a path that nobody serves, 405 for a method that its path does not have. */
export function matchRoute(served: readonly ServedRoute[], method: string, path: string): Match {
  const parts = path.split('/').map(decode);
  const fitting = served.flatMap((route) => {
    const params = fit(route.path.split('/'), parts);
    return params ? [{ route, params }] : [];
  });
  const match = fitting.find(({ route }) => route.method === method);
  if (match) return match;
  if (!fitting.length) throw new HostProblem(404);
  const allow = [...new Set(fitting.map(({ route }) => route.method)), 'OPTIONS'].join(', ');
  throw new HostProblem(405, { headers: { allow } });
}

function fit(pattern: readonly string[], parts: readonly (string | null)[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [place, expected] of pattern.entries()) {
    const part = parts[place];
    if (expected === '{id}') {
      if (!part || !/^[\w-]{1,64}$/.test(part)) return null;
      params['id'] = part;
    } else if (part !== expected) return null;
  }
  return params;
}

/** Null for what is not UTF-8 behind its percent signs. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
