import type { StaticMount, StaticServerOptions } from './static-server.d.mts';

/** The policy that the demo's pages are sent with. */
export const demoPolicy: string;

/** Where the demo's files come from. */
export const demoMounts: StaticMount[];

/** Extra headers of the demo: the policy on pages. */
export function demoHeaders(pathname: string): Record<string, string>;

/** Serves the pages of the shop wired to a host, once there is one. */
export function wireToHost(readHost: () => string | null): NonNullable<StaticServerOptions['intercept']>;

/** Packs the demo's articles with the built command. Rejects when the command fails. */
export function buildDemoPack(): Promise<void>;

/** The demo's pages by path, with title and language. */
export function listDemoPages(): Promise<{ path: string; title: string; language: string }[]>;

/** Where `npm run build:demo` puts the demo. */
export const demoFolder: string;

/** Writes the demo as a folder that any web space can serve, at any path. Rejects when a part of it cannot be made. */
export function buildDemoSite(target?: string): Promise<{ pages: string[]; version: string }>;
