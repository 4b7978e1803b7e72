import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkAround, linksIn } from './links.ts';

/** Addresses that hand a page on: nobody's text leads there. */
const HANDS_ON =
  /^\s*(?:mailto:\?|(?:whatsapp|viber|tg|fb-messenger|fb|line):\/\/|(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:share|dialog)|(?:twitter|x)\.com\/(?:share|intent|home\?status)|linkedin\.com\/(?:share|cws|sharing)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|t\.me\/share|telegram\.me\/share|api\.whatsapp\.com\/send|(?:web\.)?whatsapp\.com\/send|wa\.me\/\?|plus\.google\.com\/share|tumblr\.com\/(?:share|widgets)|news\.ycombinator\.com\/submitlink|getpocket\.com\/(?:save|edit)|bsky\.app\/intent|threads\.net\/intent|vk\.com\/share|flipboard\.com\/(?:share|bookmarklet)))/i;

/** Whether all the links of a block, or the one around it, hand the page on. */
export function isShareLink({ tree }: PageFacts, block: Block): boolean {
  const around = linkAround(tree, block);
  const links = around > 0 ? [...linksIn(tree, block), around] : linksIn(tree, block);
  return links.length > 0 && links.every((link) => HANDS_ON.test(tree.attr(link, 'href') ?? ''));
}
