import type { NoteKind } from '@helpkiosk/core';

const NAMES: Readonly<Record<NoteKind, string>> = {
  note: 'note info information abstract summary tldr todo seealso example quote cite question faq help aside admonition callout notice alert hint box primary secondary neutral default',
  tip: 'tip success check done important-tip good ok best-practice',
  warning: 'warning warn attention caution important orange yellow',
  danger: 'danger error failure fail missing bug critical red',
};
const KIND_OF: ReadonlyMap<string, NoteKind> = new Map(
  (Object.keys(NAMES) as NoteKind[]).flatMap((kind) => NAMES[kind].split(' ').map((name) => [name, kind] as const)),
);

/** The kind of note that a name of a container, component or callout stands for; undefined where it is no note. */
export function noteKindOf(name: string): NoteKind | undefined {
  return KIND_OF.get(name.toLowerCase());
}
