/** Words by locale, and what queries in it are damaged with. */
export const languages: Readonly<
  Record<
    string,
    {
      words: readonly string[];
      joined?: boolean;
      stop: string;
      sounds?: readonly string[];
      misheard?: Readonly<Record<string, string>>;
      other?: readonly string[];
    }
  >
>;
