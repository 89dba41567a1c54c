// What of preact the widget cannot reach is left out of its bundles. Our components are plain functions from properties to vnodes: no classes, no state, no
// context, no portals, nothing suspended, no text as HTML. preact reads all of these by name, so a read of such a name is nothing, and what hangs on it goes.
import { parseAst } from 'rollup/parseAst';

/** Members of components, vnodes and options that nothing of ours has: reading them gives undefined. */
const ABSENT = new Set(
  [
    ...['prototype', 'contextType', 'getChildContext', 'getSnapshotBeforeUpdate', 'shouldComponentUpdate'], // classes and contexts
    ...['getDerivedStateFromProps', 'getDerivedStateFromError', 'componentDidCatch', 'componentWillUnmount'],
    ...['componentWillMount', 'componentDidMount', 'componentWillUpdate', 'componentDidUpdate', 'componentWillReceiveProps'],
    ...['then', '__z'], // what is thrown to wait for something, and where it waits
    '__P', // the place of a portal
    ...['vnode', 'unmount', 'diffed', 'event', '__r', '__m', 'debounceRendering'], // options, which hooks and tools set
  ], // prettier-ignore
);
/** Members that are defined for others to call. Without them nothing draws itself again. */
const UNCALLED = new Set(['setState', 'forceUpdate']);
/** The property that takes HTML. Without it no bundle has an HTML sink. */
const SINK = 'dangerouslySetInnerHTML';

/**
 * preact's module without what hangs on these names. Throws where one of them is not in it: that preact is another than this was
 * written for, and each name has to be looked at again. `tests/browser/trimmed-preact.test.ts` holds it against the whole.
 */
export function trimPreact(code) {
  const edits = [];
  const unseen = new Set([...ABSENT, ...UNCALLED, SINK]);
  const cut = ({ start, end }, text) => edits.push({ start, end, text });
  const visit = (node, parent) => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, parent));
    if (typeof node?.type !== 'string') return;
    if (isDefinition(node)) {
      unseen.delete(node.left.property.name);
      return cut(node, '0');
    }
    if (isRead(node, parent)) {
      unseen.delete(node.property.name);
      return cut(node, '(void 0)');
    }
    if (isSinkTest(node)) {
      unseen.delete(SINK);
      return cut(node, '!1');
    }
    if (isAnd(node) && isFalsy(node.left)) {
      visit(node.left, node);
      const rest = { start: code.indexOf('&&', node.left.end), end: node.end };
      if (!isNothing(node.left)) return cut(rest, '');
      cut(rest, ',void 0)');
      return cut({ start: node.start, end: node.start }, '(');
    }
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child, node);
  };
  visit(parseAst(code).body, null);
  if (unseen.size)
    throw new Error(`preact has no ${[...unseen].join(', ')}: look at scripts/lib/trim-preact.mjs again.`);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

const nameOf = (node) => (node.type === 'MemberExpression' && !node.computed ? node.property.name : undefined);

const isDefinition = ({ type, left }) => type === 'AssignmentExpression' && UNCALLED.has(nameOf(left));

/** A read of an absent member, and not what is assigned to, nor the way to a member of it. */
const isRead = (node, parent) =>
  ABSENT.has(nameOf(node)) &&
  !(parent?.type === 'AssignmentExpression' && parent.left === node) &&
  !(parent?.type === 'MemberExpression' && parent.object === node);

const isSinkTest = ({ type, left }) => type === 'BinaryExpression' && left.value === SINK;

const isAnd = ({ type, operator }) => type === 'LogicalExpression' && operator === '&&';

/** Whether an expression can be nothing but undefined, whatever it does beside. */
const isNothing = (node) =>
  isRead(node) ||
  (node.type === 'AssignmentExpression' && node.operator === '=' && isNothing(node.right)) ||
  (node.type === 'SequenceExpression' && isNothing(node.expressions.at(-1))) ||
  (isAnd(node) && isNothing(node.left));

const isFalsy = (node) =>
  isNothing(node) ||
  (node.type === 'AssignmentExpression' && node.operator === '=' && isFalsy(node.right)) ||
  (isAnd(node) && (isFalsy(node.left) || isFalsy(node.right)));
