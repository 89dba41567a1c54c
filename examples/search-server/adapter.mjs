/**
 * An adapter that searches by a server of `server.mjs`: give it to `mount({ adapter })`. The widget checks what it answers, asks it beside the pack, and goes
 * on with the pack where it is slow or away.
 *
 * @type {typeof import('./adapter.d.mts').createSearchAdapter}
 */
export function createSearchAdapter(url) {
  return {
    async search({ text, locale, limit }, { signal }) {
      const response = await fetch(`${url}?${new URLSearchParams({ text, locale, limit: `${limit}` })}`, { signal });
      if (!response.ok) throw new Error(`The search server answered ${response.status}.`);
      return response.json();
    },
  };
}
