/**
 * Tells in which line of a file an address stands. Tokens of Markdown carry no lines, so it is looked up in the text: the
 * n-th question about the same address gives its n-th place. An address that is not found gives the first line of the body.
 */
export function createLineFinder(body: string, bodyLine: number): (address: string) => number {
  const next = new Map<string, number>();
  return (address) => {
    const from = next.get(address) ?? 0;
    const found = address ? body.indexOf(address, from) : -1;
    if (found < 0) return from ? lineAt(body, from - 1) + bodyLine : bodyLine;
    next.set(address, found + address.length);
    return lineAt(body, found) + bodyLine;
  };
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;
