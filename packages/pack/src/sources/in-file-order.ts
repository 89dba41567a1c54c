import type { Problem } from '@helpkiosk/core';

/** Problems whose paths are `file:line`: those of a file together and by line. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ path }: Problem): [string, number] => {
    const at = path.lastIndexOf(':');
    return [path.slice(0, at), Number(path.slice(at + 1))];
  };
  return [...problems].sort((a, b) => {
    const [fileA, lineA] = keyOf(a);
    const [fileB, lineB] = keyOf(b);
    return fileA === fileB ? lineA - lineB : fileA < fileB ? -1 : 1;
  });
}
