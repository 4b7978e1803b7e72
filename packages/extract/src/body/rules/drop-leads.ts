import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { type Rule, wordsOf } from './rule.ts';

/** How lines begin that lead to other pieces, in the languages of many publishers; folded by nothing. */
const LEADS =
  /^[\s\p{P}\p{S}]*(?:lire (?:aussi|également|la suite|plus)|à lire|à voir|(?:à )?(?:re)?lire :|voir (?:aussi|également)|sur le même (?:sujet|thème)|à découvrir|écoutez? aussi|notre dossier|nos derniers articles|articles? (?:liés?|similaires?|connexes?)|read (?:also|more|next)|also read|more (?:on|from|about) |see also|must read|related(?: (?:articles?|stories|story|posts?|news|content|coverage|reading))?\s*(?:[:：–-]|$)|recommended(?: (?:stories|for you|reading))?\s*(?:[:：–-]|$)|you (?:may|might) also|further reading|watch (?:also|now|more)\s*[:：]|lesen sie (?:auch|mehr)|mehr (?:zum thema|zu )|siehe auch|auch interessant|lea (?:también|además|más)|lee (?:también|además|más)|te puede interesar|también te puede|(?:ver|mire|mira) también|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|per approfondire|guarda anche|les (?:også|mer)|läs (?:också|mer|även)|lees ook|bekijk ook|læs også|lue myös|czytaj (?:też|także|również)|čtěte také|citește și|bunu da oku|ayrıca oku|читайте (?:также|ещё|еще)|смотрите также|(?:ا|إ|أ)قر(?:أ|ا|ئي|أي)? ?(?:أيضا|ايضا|أيضًا|أيضاً|المزيد|كذلك)|إقرأ|(?:شاهد|طالع|تابع|انظر|استمع)(?:وا)? ?(?:أيضا|ايضا|أيضًا|أيضاً|كذلك|المزيد)|(?:مواضيع|موضوعات|مقالات|أخبار|اخبار) (?:ذات صلة|متعلقة|مشابهة|مرتبطة)|ذات صلة|قد يهمك|قد يعجبك|لقراءة المزيد|للمزيد|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط)/iu;
const LONGEST = 300;
/** A line that leads without a link has a next one that is the link. */
const LABEL_WORDS = 7;
const LINKED = 0.8;
/** A label before another page's headline: a few words and a mark. */
const LABEL = /^[^:：>|»]{2,30}[:：>|»]/u;
const HEADLINE_WORDS = 5;

function isOnlyLink({ blocks }: PageFacts, index: number): boolean {
  const block = blocks[index];
  return block !== undefined && block.links > 0 && linkDensity(block) >= LINKED;
}

const endsInColon = ({ lastClass }: TextFacts): boolean => lastClass === CHAR.colon;

/** Whether the first link of a block leads to a page of the same host. */
function isOwnLink({ tree, host }: PageFacts, { node, last }: Block): boolean {
  for (let at = node; at <= last; at++) {
    if (tree.tag[at] !== TAG.a) continue;
    const href = tree.attr(at, 'href') ?? '';
    return !/^\w+:|^\/\//.test(href) || URL.parse(href, `https://${host}`)?.hostname === host;
  }
  return false;
}

/** A line of its own that is another page's headline as a link, alone or after a label of few words. */
function isPointer(facts: PageFacts, kept: Uint8Array, index: number): boolean {
  const { tree, blocks, texts, listOf } = facts;
  const block = blocks[index] as Block;
  if (block.links !== 1 || listOf[index] !== 0 || block.chars > LONGEST) return false;
  if (isHeading[tree.tag[block.node] as number] || block.split) return false;
  // Links that a line announces, or that follow one another, are what the article tells of.
  if (isOnlyLink(facts, index + 1) || (isOnlyLink(facts, index - 1) && kept[index - 1]))
    return false;
  const linked = linkDensity(block) * block.chars;
  const label = LABEL.exec(block.text)?.[0].trimEnd().length ?? 0;
  const isWhole = linked >= LINKED * block.chars;
  const isLabelled = label > 0 && Math.abs(block.chars - linked - label) <= 2;
  if (!isWhole && !isLabelled) return false;
  if (
    isWhole &&
    index > 0 &&
    endsInColon(texts[index - 1] as TextFacts) &&
    wordsOf(facts, index - 1) > LABEL_WORDS
  )
    return false;
  const { lastClass } = texts[index] as TextFacts;
  return (
    wordsOf(facts, index) >= HEADLINE_WORDS && lastClass !== CHAR.stop && isOwnLink(facts, block)
  );
}

/** Takes out lines between the paragraphs that lead to other pieces: «Lire aussi», «اقرأ أيضا» and their like. */
export const dropLeads: Rule = (facts, kept) => {
  const { tree, blocks, texts } = facts;
  const isEmbed = (index: number): boolean => {
    const { node } = blocks[index] as Block;
    const holder = tree.tag[node] === TAG.blockquote ? node : (tree.parent[node] as number);
    return (
      tree.tag[holder] === TAG.blockquote &&
      /\bembedded-content\b/.test(tree.attr(holder, 'class') ?? '')
    );
  };
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = blocks[index] as Block;
    if (block.links > 0 && linkDensity(block) >= LINKED && isEmbed(index)) kept[index] = 0;
    if (isPointer(facts, kept, index)) {
      kept[index] = 0;
      const isLabel = kept[index - 1] === 1 && endsInColon(texts[index - 1] as TextFacts);
      if (isLabel && wordsOf(facts, index - 1) <= LABEL_WORDS) kept[index - 1] = 0;
    }
    if ((texts[index] as TextFacts).alsos === 0 && (texts[index] as TextFacts).promos === 0)
      continue;
    if (block.chars > LONGEST || !LEADS.test(block.text)) continue;
    const isLabel = wordsOf(facts, index) <= LABEL_WORDS;
    if (block.links > 0 && linkDensity(block) >= 0.3) kept[index] = 0;
    else if (isLabel && leadsOn(index)) {
      kept[index] = 0;
      for (let next = index + 1; isOnlyLink(facts, next); next++) kept[next] = 0;
    }
  }

  function leadsOn(index: number): boolean {
    const isTitle = isHeading[tree.tag[(blocks[index] as Block).node] as number];
    return isOnlyLink(facts, index + 1) || (isTitle === 1 && index + 1 === blocks.length);
  }
};
