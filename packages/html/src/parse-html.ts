import { compact } from './compact.ts';
import { DEFAULT_HTML_LIMITS, type HtmlLimits } from './limits.ts';
import { MODES } from './modes/modes.ts';
import { ParsedTree } from './parsed-tree.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Tree } from './tree.ts';
import { TreeBuilder } from './tree-builder.ts';

/**
 * The tree of a document as browsers build it (WHATWG HTML, § 13.2) with scripting off, so the content of `noscript` is
 * elements. The contents of a `template` are its children. Any text gives a tree, in time linear in its length; past a
 * limit the document is cut.
 */
export function parseHtml(text: string, limits?: Partial<HtmlLimits>): Tree {
  const { maxLength, maxNodes, maxDepth } = { ...DEFAULT_HTML_LIMITS, ...limits };
  const isTooLong = text.length > maxLength;
  const source = isTooLong ? text.slice(0, maxLength) : text;
  const builder = new TreeBuilder(source, MODES, maxDepth);
  const tokenizer = new Tokenizer(source, builder);
  tokenizer.run(maxNodes);
  return new ParsedTree(
    compact(builder.store),
    source,
    builder.store.strings,
    builder.attributes,
    tokenizer.tagNames.own,
    isTooLong || builder.truncated || builder.attributes.truncated || tokenizer.truncated,
  );
}
