import { Arena } from './arena.ts';
import { compact } from './compact.ts';
import { DEFAULT_HTML_LIMITS, type HtmlLimits } from './limits.ts';
import { MODES } from './modes/modes.ts';
import { ParsedTree } from './parsed-tree.ts';
import { Source } from './source.ts';
import { keepSpecimen } from './specimen.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Tree } from './tree.ts';
import { TreeBuilder } from './tree-builder.ts';

/** What one parse needs, and the next one after it. */
const memory = new Arena(4 << 20);

/** The last place at or before `end` that is not within a character. */
function cutAt(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && at > end - 4 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

/**
 * The tree of a document as browsers build it (WHATWG HTML, § 13.2) with scripting off, so the content of `noscript` is
 * elements. The contents of a `template` are its children. Any text, or UTF-8 bytes (without a byte order mark), give a
 * tree, in time linear in their length; past a limit the document is cut. Bytes must stay as they are while the tree is used.
 */
export function parseHtml(input: string | Uint8Array, limits?: Partial<HtmlLimits>): Tree {
  const { maxLength, maxNodes, maxDepth } = { ...DEFAULT_HTML_LIMITS, ...limits };
  const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
  const isTooLong = bytes.length > maxLength;
  const source = new Source(isTooLong ? bytes.subarray(0, cutAt(bytes, maxLength)) : bytes);
  memory.reset();
  const builder = new TreeBuilder(source, MODES, maxDepth, memory);
  const tokenizer = new Tokenizer(source, builder, memory);
  tokenizer.run(maxNodes);
  builder.attributes.settle();
  keepSpecimen('parse', [builder, tokenizer]);
  return new ParsedTree(
    compact(builder.store),
    source,
    builder.store.strings,
    builder.attributes,
    tokenizer.tagNames.own,
    isTooLong || builder.truncated || builder.attributes.truncated || tokenizer.truncated,
  );
}
