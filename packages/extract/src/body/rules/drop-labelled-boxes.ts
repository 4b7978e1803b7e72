import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { AD } from './ad-words.ts';
import { callsToOurs } from './calls.ts';
import { LEADS } from './drop-leads.ts';
import { speaksOfOthers } from './elsewhere.ts';
import { linkAround, linksIn } from './links.ts';
import { isOwnAddress } from './own-link.ts';
import {
  allWords,
  blocksIn,
  dropRange,
  hasTag,
  isLineOf,
  keptBlocks,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';

/** Words of a line that is a word for advertising. */
const AD_WORDS = 2;
const AD_BYTES = 40;
/** Who pays for the words below, in letters by mail: «Together with Doe Kettles». */
const SPONSOR =
  /^\P{L}*(?:together with|in partnership with|(?:presented|sponsored|supported|powered) by|brought to you by|(?:a (?:word|message) from|thanks to) (?:our|today.s|this week.s) (?:sponsor|partner)|(?:today.s|this week.s|our) sponsor|en partenariat avec|(?:proposé|présenté|offert) par|un mot de notre (?:sponsor|partenaire)|präsentiert von|in (?:kooperation|zusammenarbeit) mit|con el patrocinio de|patrocinado por|in collaborazione con|برعاية|بالتعاون مع)(?!\p{L})/iu;
const LABEL_WORDS = 6;
/** Blocks and words of a small box, its label among them. */
const MOST_BLOCKS = 3;
const MOST_WORDS = 60;
/** What speaks of something else has fewer of the other words, and of the title's. */
const OWN = 0.2;

/** Whether a line is a word for advertising and, in one link, what is sold. */
function isAdLine({ tree, blocks }: PageFacts, index: number): boolean {
  const { links, first, last, linkChars, chars } = blocks[index] as Block;
  if (links !== 1 || first >= last || tree.textSize(first) > AD_BYTES) return false;
  const label = tree.text(first).trim();
  return label.length + linkChars >= chars - 1 && AD.test(label);
}

/** The small box that a label opens; null where it stands among the paragraphs. */
function boxUnder(facts: PageFacts, label: number): readonly [from: number, to: number] | null {
  const { tree, blocks, titleBlock } = facts;
  const { node } = blocks[label] as Block;
  for (const box of [node, tree.parent[node] as number]) {
    const [from, to] = blocksIn(facts, box);
    if (from !== label || to - from > MOST_BLOCKS) return null;
    if (to - from === 1) continue;
    const isTitle = titleBlock >= from && titleBlock < to;
    return allWords(facts, from, to) <= MOST_WORDS && !isTitle ? [from, to] : null;
  }
  return null;
}

/** What one is to hear or to see. */
const SHOWS =
  /^\P{L}*(?:écoute[rz]|listen|hear|escuch[ae]|ascolta|dinle|استمع\p{L}*|regarde[rz]|watch|mira|guarda|شاهد\p{L}*)(?!\p{L})/iu;
const MEDIA = [TAG.audio, TAG.video, TAG.iframe];

/** What a piece to hear or to see is about. */
const EPISODE =
  /(?<!\p{L})(?:(?:in|on) (?:this|the latest) (?:episode|podcast)|dans (?:cet épisode|ce podcast)|in (?:dieser|der aktuellen) (?:folge|podcast)|en este (?:episodio|podcast)|in (?:questo episodio|questa puntata)|n(?:este|o) episódio|(?:jetzt|hier) (?:an)?hören|listen now|écoutez (?:maintenant|l.épisode)|escucha (?:ahora|el episodio)|ascolta (?:ora|la puntata))(?!\p{L})|في هذه الحلقة/iu;
const EPISODE_WORDS = 50;
/** A text of fewer words may be what is told of the film it is about. */
const ENOUGH = 120;

/** Whether a line tells of what is to be heard or seen in its own small box. */
function tellsOfEpisode(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const block = blocks[index] as Block;
  if (!isLineOf(facts, index, EPISODE_WORDS)) return false;
  const box = tree.parent[block.node] as number;
  const [from, to] = blocksIn(facts, box);
  if (to - from > MOST_BLOCKS || !EPISODE.test(block.text)) return false;
  return hasTag(tree, box, tree.end[box] as number, MEDIA);
}

/** Whether a small box calls to the house's own, or to hear or see what is in it. */
function isOfHouse(facts: PageFacts, from: number, to: number): boolean {
  const { tree, blocks } = facts;
  const label = blocks[from] as Block;
  const next = blocks[to]?.first ?? tree.size;
  if (SHOWS.test(label.text) && hasTag(tree, label.last, next, MEDIA)) return true;
  return blocks.slice(from + 1, to).some((block) => callsToOurs(block.text));
}

/** Whether a label is a heading or in bold. */
const isTitled = ({ tree, blocks }: PageFacts, index: number): boolean => {
  const { node, boldChars, rawChars } = blocks[index] as Block;
  return isHeading[tree.tag[node] as number] === 1 || boldChars * 2 > rawChars;
};

/** A few words and what follows them. */
const COLON = /^[^:：|]{3,40}[:：|]\s*\S/u;

/** Whether a small box under the name of who pays leads to another site. */
function isSponsored({ tree, blocks, host }: PageFacts, from: number, to: number): boolean {
  const boxed = blocks.slice(from, to);
  const links = boxed.flatMap((block) => [...linksIn(tree, block), linkAround(tree, block)]);
  return links.some((link) => link > 0 && !isOwnAddress(tree.attr(link, 'href'), host));
}

/** A quick look for the words that lines lead elsewhere with. */
const mayLead = (facts: PageFacts, index: number): boolean => {
  const { alsos, promos } = facts.texts[index] as TextFacts;
  return (
    alsos + promos > 0 || isTitled(facts, index) || COLON.test((facts.blocks[index] as Block).text)
  );
};

/** Words of a line that leads elsewhere without a link: «Related: …». */
const LINE_WORDS = 20;
/** A line that says so itself may have more of them. */
const LINE_OWN = 0.4;

/**
 * Takes out words for advertising, with the small box that one opens, and small boxes under a label that leads elsewhere
 * («À ne pas manquer») that speak of something else, link or none, or that call to what the house asks, plays or sells.
 */
export const dropLabelledBoxes: Rule = (facts, kept) => {
  const hasMedia =
    MEDIA.some((tag) => facts.tree.tag.includes(tag)) && keptWords(facts, kept) >= ENOUGH;
  for (const index of keptBlocks(kept)) {
    if (hasMedia && tellsOfEpisode(facts, index)) kept[index] = 0;
    if (!isLineOf(facts, index, LINE_WORDS)) continue;
    if (isAdLine(facts, index)) {
      kept[index] = 0;
      continue;
    }
    const words = wordsOf(facts, index);
    const isMarked = mayLead(facts, index);
    if (!isMarked && words > AD_WORDS) continue;
    const { text, links } = facts.blocks[index] as Block;
    const leads = isMarked && LEADS.test(text);
    const isOpen = (facts.texts[index] as TextFacts).lastClass !== CHAR.stop;
    if (leads && links === 0 && isOpen && COLON.test(text)) {
      if (speaksOfOthers(facts, kept, index, index + 1, LINE_OWN)) kept[index] = 0;
    }
    if (words > LABEL_WORDS) continue;
    const isAd = words <= AD_WORDS && AD.test(text);
    if (isAd) kept[index] = 0;
    if (!isAd && !leads && !isTitled(facts, index)) continue;
    const box = boxUnder(facts, index);
    if (box === null) continue;
    const [from, to] = box;
    if (
      isAd ||
      isOfHouse(facts, from, to) ||
      (SPONSOR.test(text) && isSponsored(facts, from, to)) ||
      (leads && speaksOfOthers(facts, kept, from + 1, to, OWN))
    )
      dropRange(kept, from, to);
  }
};
