/** A word and the stem that a stemmer gives it, both folded. */
export interface StemPair {
  readonly word: string;
  readonly stem: string;
  /** How much it matters that the rules get it right. */
  readonly weight: number;
}

/** What a rule does to a word: `1` takes one unit, `3y` three and puts a y there. */
export type Action = string;

/** All words with one ending. */
interface Node {
  readonly children: Map<string, Node>;
  /** The weight of the words that are this ending and nothing before it. */
  readonly own: Map<Action, number>;
}

/** What a node costs under an action it gets from the shorter ending: `costs`, or `otherCost` for an action that no word of it needs. */
interface Bill {
  readonly costs: ReadonlyMap<Action, number>;
  readonly otherCost: number;
  readonly best: Action;
  readonly bestCost: number;
}

const NOTHING: Action = '0';
const LONGEST_ENDING = 8;
const MOST_CUT = 9;

/**
 * The rules that turn most words into their stems: for each ending the action, longest ending first at use. Exactly the cheapest set, where a
 * word that it gets wrong costs its weight and a rule costs `ruleCost`, so that a rule must serve several words to be worth its place.
 */
export function learnRules(pairs: Iterable<StemPair>, ruleCost: number): Map<string, Action> {
  const root: Node = { children: new Map(), own: new Map() };
  for (const { word, stem, weight } of pairs) {
    const action = actionOf(word, stem);
    if (action === undefined) continue;
    const { own } = plant(root, word);
    own.set(action, (own.get(action) ?? 0) + weight);
  }
  const bills = new Map<Node, Bill>();
  settle(root, ruleCost, bills);
  const rules = new Map<string, Action>();
  const write = (node: Node, ending: string, inherited: Action): void => {
    const bill = bills.get(node)!;
    const own =
      ending && bill.bestCost + ruleCost < (bill.costs.get(inherited) ?? bill.otherCost) ? bill.best : inherited;
    if (own !== inherited) rules.set(ending, own);
    for (const [unit, child] of node.children) write(child, unit + ending, own);
  };
  write(root, '', NOTHING);
  return rules;
}

/** The action that makes a word its stem; undefined if that takes more than a rule can. */
export function actionOf(word: string, stem: string): Action | undefined {
  let same = 0;
  while (same < stem.length && word[same] === stem[same]) same++;
  const cut = word.length - same;
  return cut > MOST_CUT || same < 2 ? undefined : `${cut}${stem.slice(same)}`;
}

/** The node of a word's ending, with all nodes on the way to it. */
function plant(root: Node, word: string): Node {
  let node = root;
  for (let at = word.length - 1; at >= Math.max(0, word.length - LONGEST_ENDING); at--) {
    let child = node.children.get(word[at]!);
    if (!child) node.children.set(word[at]!, (child = { children: new Map(), own: new Map() }));
    node = child;
  }
  return node;
}

function settle(node: Node, ruleCost: number, bills: Map<Node, Bill>): Bill {
  let otherCost = 0;
  const savings = new Map<Action, number>();
  const save = (action: Action, amount: number): void => {
    savings.set(action, (savings.get(action) ?? 0) + amount);
  };
  for (const [action, weight] of node.own) {
    otherCost += weight;
    save(action, weight);
  }
  for (const child of node.children.values()) {
    const bill = settle(child, ruleCost, bills);
    const least = bill.bestCost + ruleCost;
    const foreign = Math.min(bill.otherCost, least);
    otherCost += foreign;
    for (const [action, cost] of bill.costs) if (cost < foreign) save(action, foreign - cost);
  }
  const costs = new Map<Action, number>();
  let best = NOTHING;
  let bestCost = otherCost;
  for (const [action, saving] of savings) {
    const cost = otherCost - saving;
    costs.set(action, cost);
    if (cost < bestCost || (cost === bestCost && action < best)) [best, bestCost] = [action, cost];
  }
  const bill = { costs, otherCost, best, bestCost };
  bills.set(node, bill);
  return bill;
}
