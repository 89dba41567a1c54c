/** A step from one place of a text to a later one. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** The cheapest row of steps from 0 to `end` (Viterbi); of equals, the first found. Undefined where none leads there. */
export function cheapestPath<S extends Step>(end: number, stepsFrom: (place: number) => Iterable<S>): S[] | undefined {
  const costs: number[] = [0];
  const last: S[] = [];
  for (let place = 0; place < end; place++) {
    const soFar = costs[place];
    if (soFar === undefined) continue;
    for (const step of stepsFrom(place)) {
      if (soFar + step.cost >= (costs[step.to] ?? Infinity)) continue;
      costs[step.to] = soFar + step.cost;
      last[step.to] = step;
    }
  }
  if (end > 0 && !last[end]) return undefined;
  const path: S[] = [];
  for (let place = end; place > 0; place = path[0]!.from) path.unshift(last[place]!);
  return path;
}
