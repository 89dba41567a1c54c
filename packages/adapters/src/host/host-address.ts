import { HelpError } from '@helpkiosk/core';

/** Gives the address of a route, such as `conversations/c1/events`, with its questions; those without a value are left out. */
export type HostAddress = (
  path: string,
  query?: Readonly<Record<string, string | number | null | undefined>>,
) => string;

/**
 * Addresses below `url`, the base URL of a host; a relative one is resolved against the document. Throws HelpError `config-invalid` unless it is http or https without
 * a name and password in it.
 */
export function createHostAddress(url: string): HostAddress {
  const base = parsed(url);
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password)
    throw new HelpError('config-invalid', {
      problems: [{ path: 'host', message: 'must be an http or https address' }],
    });
  const root = `${base.origin}${base.pathname.replace(/\/*$/, '')}/v1/`;
  return (path, query = {}) => {
    const asked = Object.entries(query).filter(([, value]) => value != null);
    const text = asked.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&');
    return `${root}${path}${text && `?${text}`}`;
  };
}

/** An id as a part of a path. Throws HelpError `refused` for what would lead elsewhere: nothing, or dots that climb out of the route. */
export function segment(id = ''): string {
  if (/^\.{0,2}$/.test(id)) throw new HelpError('refused', { problems: [{ path: 'id', message: 'is no id' }] });
  return encodeURIComponent(id);
}

function parsed(url: string): URL | null {
  try {
    return new URL(url, globalThis.document?.baseURI);
  } catch {
    return null;
  }
}
