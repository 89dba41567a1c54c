// The bans of the house as lint rules (a plugin of oxlint): no way from text to markup or code, and no clock or chance
// in the headless packages. tests/lint.test.ts plants each of them.

/** Names that turn text into markup, or carry markup, wherever they stand: member, key, or attribute. */
const sinkNames = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'srcDoc',
]);
const sinkGlobals = new Set(['DOMParser', 'eval', 'Function', 'XSLTProcessor']);
const globalObjects = new Set(['globalThis', 'window', 'self']);
const documentWriters = new Set(['write', 'writeln']);
const attributeSetters = new Set([
  'setAttribute',
  'setAttributeNS',
  'createAttribute',
  'createAttributeNS',
  'toggleAttribute',
]);

/** The name of a member or a key when it is written out: `a.name`, `a['name']`, `a[`name`]`. */
function nameOf(node, isComputed) {
  if (!isComputed) return node.name ?? node.value;
  return textOf(node);
}

/** The text of a string literal or of a template without holes; else undefined. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

const memberName = (node) => (node.type === 'MemberExpression' ? nameOf(node.property, node.computed) : undefined);
const isIdentifier = (node, names) => node.type === 'Identifier' && names.has(node.name);

/** True for `document`, `x.document`, `x.ownerDocument`, `contentDocument`. */
const isDocument = (node) => /^(document|ownerDocument|contentDocument)$/.test(node.name ?? memberName(node) ?? '');

/** A mention of the global itself: not a member's name, a key, a type, or a local of that name. */
function isGlobalMention(node, context) {
  const { parent } = node;
  if (parent.property === node && !parent.computed) return false;
  if (parent.key === node && !parent.computed && !parent.shorthand) return false;
  if (/^(Import|Export)\w*Specifier$/.test(parent.type)) return false;
  if (parent.type.startsWith('TS') && !valueWrappers.has(parent.type)) return false;
  for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    if (scope.set.get(node.name)?.defs.length > 0) return false;
  }
  return true;
}

/** The nodes of TypeScript that have a value inside, not a type. */
const valueWrappers = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion']);

const noSink = {
  create(context) {
    const report = (node, name) =>
      context.report({ node, message: `${name} turns text into markup or code: build nodes instead.` });
    const checkName = (node, name) => sinkNames.has(name) && report(node, name);
    return {
      Identifier(node) {
        if (sinkGlobals.has(node.name) && isGlobalMention(node, context)) report(node, node.name);
      },
      MemberExpression(node) {
        const name = memberName(node);
        checkName(node, name);
        if (sinkGlobals.has(name) && isIdentifier(node.object, globalObjects)) report(node, name);
        if (documentWriters.has(name) && isDocument(node.object)) report(node, `document.${name}`);
      },
      Property(node) {
        checkName(node, nameOf(node.key, node.computed));
      },
      JSXAttribute(node) {
        checkName(node, node.name.name);
      },
    };
  },
};

const noStyleAttribute = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message: 'A style attribute is refused by a strict policy: use a class, or set the property on element.style.',
      });
    return {
      CallExpression(node) {
        if (!attributeSetters.has(memberName(node.callee))) return;
        if (node.arguments.some((argument) => textOf(argument)?.toLowerCase() === 'style')) report(node);
      },
      JSXAttribute(node) {
        if (node.name.name !== 'style') return;
        // An object is set property by property; anything else becomes, or may become, the attribute's text.
        const isObject =
          node.value?.type === 'JSXExpressionContainer' && node.value.expression.type === 'ObjectExpression';
        if (!isObject) report(node);
      },
    };
  },
};

const noAmbientWorld = {
  create(context) {
    const report = (node, name) =>
      context.report({ node, message: `${name} is read outside the Env port: take it from Env or a port.` });
    const ambient = new Set(['document', 'window', 'localStorage', 'sessionStorage']);
    const ambientCalls = { Date: 'now', Math: 'random', performance: 'now' };
    return {
      Identifier(node) {
        if (ambient.has(node.name) && isGlobalMention(node, context)) report(node, node.name);
      },
      MemberExpression(node) {
        const name = memberName(node);
        if (ambient.has(name) && isIdentifier(node.object, globalObjects)) report(node, name);
        const owner = isIdentifier(node.object, globalObjects)
          ? undefined
          : (memberName(node.object) ?? node.object.name);
        if (Object.hasOwn(ambientCalls, owner ?? '') && ambientCalls[owner] === name) report(node, `${owner}.${name}`);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date()');
      },
    };
  },
};

export default {
  meta: { name: 'helpkiosk' },
  rules: { 'no-sink': noSink, 'no-style-attribute': noStyleAttribute, 'no-ambient-world': noAmbientWorld },
};
