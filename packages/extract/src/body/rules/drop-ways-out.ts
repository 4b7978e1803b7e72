import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { linksIn } from './links.ts';
import { keptBlocks, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the end that may lead out. */
const LAST = 4;
const LINE_WORDS = 25;

/** Where readers give, and where they talk about what they have read. */
const GIVES_OR_TALKS =
  /^https?:\/\/(?:[\w-]+\.)*(?:ko-fi\.com|buymeacoffee\.com|patreon\.com|paypal\.(?:com|me)|liberapay\.com|opencollective\.com|tipeee\.com|steadyhq\.com|github\.com\/sponsors|news\.ycombinator\.com|lobste\.rs|reddit\.com|disqus\.com|discord\.(?:gg|com\/invite))(?:\/|$)/i;
/** Where they follow: somebody's page there, not one post of theirs. */
const FOLLOWS =
  /^https?:\/\/(?:[\w-]+\.)*(?:twitter\.com|x\.com|facebook\.com|instagram\.com|linkedin\.com|youtube\.com|t\.me|whatsapp\.com|bsky\.app|threads\.net|tiktok\.com|mastodon\.\w+)\/(?:(?:in|channel|profile|company|c|user)\/)?[\w.@-]*\/?$/i;
/** What else stands in such a line: letters by mail and feeds of the house. */
const KEEPS =
  /^mailto:|(?:^|\/)(?:feed|rss|atom|subscribe|newsletters?|signup|contact)(?:\.\w+)?\/?(?:[?#]|$)/i;

/** Whether the links of a line lead to give, to talk or to follow, and none anywhere else. */
function leadsOut({ tree, texts }: PageFacts, block: Block, index: number): boolean {
  let out = false;
  for (const node of linksIn(tree, block)) {
    const href = tree.attr(node, 'href')?.trim();
    if (!href) continue;
    const follows = FOLLOWS.test(href) && (texts[index] as TextFacts).promos > 0;
    if (GIVES_OR_TALKS.test(href) || follows) out = true;
    else if (!KEEPS.test(href)) return false;
  }
  return out;
}

/** Takes out lines below a text all of whose links lead to where readers give, follow and talk. */
export const dropWaysOut: Rule = (facts, kept) => {
  const { tree, blocks, listOf } = facts;
  for (const index of [...keptBlocks(kept)].slice(-LAST)) {
    const block = blocks[index] as Block;
    if (index === 0 || block.links === 0 || wordsOf(facts, index) > LINE_WORDS) continue;
    if (listOf[index] !== 0 || isHeading[tree.tag[block.node] as number]) continue;
    if (leadsOut(facts, block, index)) kept[index] = 0;
  }
};
