/** An own property of anything; undefined where there is none. What is inherited is not seen. */
export function own(value: unknown, name: string): unknown {
  return value != null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** The items of a list, none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
