import { HelpError, MAX_TREE_DEPTH, MAX_TREE_NODES } from '@helpkiosk/core';
import {
  defaultTreeAdapter,
  html,
  parse,
  parseFragment,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type TreeAdapter,
} from 'parse5';

/** Levels at which browsers stop to nest; deeper sources are refused. */
const MAX_OPEN_ELEMENTS = 512;
/** Elements of a source of 64 kB and of a whole page: unclosed marks that are opened again and again make many of few bytes. */
const MAX_FRAGMENT_ELEMENTS = 30_000;
const MAX_PAGE_ELEMENTS = 300_000;

/** The nodes of a piece of HTML as they would stand in a body. Throws HelpError `content-too-big` where it nests too deep or has too many elements. */
export function parseHtmlFragment(source: string): DefaultTreeAdapterTypes.DocumentFragment {
  const body = defaultTreeAdapter.createElement('body', html.NS.HTML, []);
  return parseFragment<DefaultTreeAdapterMap>(body, source, {
    treeAdapter: boundedAdapter(MAX_FRAGMENT_ELEMENTS),
    scriptingEnabled: false,
  });
}

/** A whole page; head and body are there even where it does not write them. Throws as `parseHtmlFragment` does. */
export function parseHtmlPage(source: string): DefaultTreeAdapterTypes.Document {
  return parse<DefaultTreeAdapterMap>(source, {
    treeAdapter: boundedAdapter(MAX_PAGE_ELEMENTS),
    scriptingEnabled: false,
  });
}

function boundedAdapter(maxElements: number): TreeAdapter<DefaultTreeAdapterMap> {
  let count = 0;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...input) {
      if (++count > maxElements) throw new HelpError('content-too-big', { limit: MAX_TREE_NODES, actual: count });
      return defaultTreeAdapter.createElement(...input);
    },
    onItemPush() {
      if (++open > MAX_OPEN_ELEMENTS) throw new HelpError('content-too-big', { limit: MAX_TREE_DEPTH, actual: open });
    },
    onItemPop() {
      open--;
    },
  };
}
