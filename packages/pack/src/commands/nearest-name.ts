/** Fewest letters to write, drop, replace or swap with a neighbour that make `a` of `b`. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** The name that was probably meant: one that begins with what was written, or the nearest within half of its letters; else null. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const word = written.toLowerCase().slice(0, 40);
  const begun = word.length > 1 && names.find((name) => name.startsWith(word));
  if (begun) return begun;
  const near = names
    .map((name) => ({ name, away: distance(word, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= name.length / 2)
    .sort((a, b) => a.away - b.away);
  return near[0]?.name ?? null;
}
