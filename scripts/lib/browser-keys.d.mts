/** The character that WebDriver takes for a key; throws for a name that it does not know. */
export function keyCharacter(key: string): string;
