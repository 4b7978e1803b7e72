import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

/** A piece of news, another article, or neither, by its own word. */
function declaredNews({ signs }: PageFacts['metadata']): number {
  if (signs.types.some((type) => /news|report/.test(type))) return 3;
  if (signs.types.some((type) => /article|posting$/.test(type))) return 2;
  return signs.declared === 'article' ? 1 : 0;
}

function pageNumbers(facts: PageFacts): Float32Array {
  const { tree, blocks, prose, charsBefore, containers, listOf, metadata } = facts;
  let paragraphs = 0;
  let proseBlocks = 0;
  let paragraphProse = 0;
  let inLists = 0;
  let inTables = 0;
  let inCode = 0;
  for (let index = 0; index < blocks.length; index++) {
    const weight = prose[index] as number;
    if (weight > 0) proseBlocks++;
    const { node, chars } = blocks[index] as Block;
    const list = listOf[index] as number;
    if (list > 0 && tree.tag[list] === TAG.table) inTables += chars;
    else if (list > 0) inLists += chars;
    if (tree.tag[node] === TAG.pre) inCode += chars;
    if (tree.tag[node] !== TAG.p) continue;
    paragraphs++;
    paragraphProse += weight;
  }
  const { total } = containers;
  const chars = charsBefore[blocks.length] as number;
  return Float32Array.of(
    blocks.length,
    chars,
    total,
    proseBlocks,
    paragraphs,
    paragraphProse / Math.max(1, total),
    inLists / Math.max(1, chars),
    inTables / Math.max(1, chars),
    inCode / Math.max(1, chars),
    declaredNews(metadata),
    metadata.published === null ? 0 : 1 + metadata.published.confidence,
    metadata.authors.length,
  );
}

/** What the page as a whole is like; the same for all its blocks. */
export const page: FeatureGroup = {
  names: [
    'page:blocks',
    'page:chars',
    'page:prose',
    'page:prose-blocks',
    'page:paragraphs',
    'page:paragraph-share',
    'page:lists',
    'page:tables',
    'page:code',
    'page:news',
    'page:dated',
    'page:signed',
  ],
  write(facts, { starts, values }, column) {
    const numbers = pageNumbers(facts);
    for (const start of starts) values.set(numbers, start + column);
  },
};
