/** The JSON of a value with the keys of every object sorted, in UTF-8: equal values give equal bytes. */
export function stableJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, sortKeys));
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, (value as Record<string, unknown>)[name]]));
}
