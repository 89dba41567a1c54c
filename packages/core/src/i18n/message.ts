/** A message that depends on a number: one text for each plural category of its language, `other` always. */
export type PluralMessage = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };

/** A text with `{name}` placeholders. A plural message chooses its text by the parameter named `count`. */
export type Message = string | PluralMessage;

/** What may be put into a message; numbers are written as the locale writes them. */
export type MessageValue = string | number;

/** A complete translation of a catalogue: a message for each of its keys. */
export type Translation<Catalogue> = { readonly [Key in keyof Catalogue]: Message };

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<M> = M extends string ? NamesIn<M> : NamesIn<M[keyof M]> | 'count';

/**
 * The parameters that a message needs, read from its literal type (write catalogues `as const`): `'{name}, hello'`
 * needs `{name}`, a plural message `{count: number}` as well. A message whose text is not known to the compiler takes any.
 */
export type MessageParams<M> = string extends (M extends string ? M : M[keyof M])
  ? Readonly<Record<string, MessageValue>>
  : { readonly [Name in NamesOf<M>]: Name extends 'count' ? number : MessageValue };

/** The arguments after the key: none where the message needs none, optional where its text is not known. */
export type MessageArguments<M> = [keyof MessageParams<M>] extends [never]
  ? []
  : string extends keyof MessageParams<M>
    ? [params?: MessageParams<M>]
    : [params: MessageParams<M>];
