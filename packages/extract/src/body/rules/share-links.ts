import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';

/** Addresses that hand a page on: nobody's text leads there. */
const HANDS_ON =
  /^\s*(?:mailto:\?|(?:whatsapp|viber|tg|fb-messenger|fb|line):\/\/|(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:share|dialog)|(?:twitter|x)\.com\/(?:share|intent|home\?status)|linkedin\.com\/(?:share|cws|sharing)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|t\.me\/share|telegram\.me\/share|api\.whatsapp\.com\/send|(?:web\.)?whatsapp\.com\/send|wa\.me\/\?|plus\.google\.com\/share|tumblr\.com\/(?:share|widgets)|news\.ycombinator\.com\/submitlink|getpocket\.com\/(?:save|edit)|bsky\.app\/intent|threads\.net\/intent|vk\.com\/share|flipboard\.com\/(?:share|bookmarklet)))/i;
/** A link may lie around its block. */
const STEPS_UP = 3;

/** Whether all the links of a block, or the one around it, hand the page on. */
export function isShareLink({ tree }: PageFacts, { node, last }: Block): boolean {
  const hrefs: string[] = [];
  for (let at = node; at <= last; at++)
    if (tree.tag[at] === TAG.a) hrefs.push(tree.attr(at, 'href') ?? '');
  for (let up = tree.parent[node] as number, step = 0; up > 0 && step < STEPS_UP; step++) {
    if (tree.tag[up] === TAG.a) hrefs.push(tree.attr(up, 'href') ?? '');
    up = tree.parent[up] as number;
  }
  return hrefs.length > 0 && hrefs.every((href) => HANDS_ON.test(href));
}
