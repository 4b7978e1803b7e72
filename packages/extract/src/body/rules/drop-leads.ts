import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
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
    if ((texts[index] as TextFacts).alsos === 0 && (texts[index] as TextFacts).promos === 0)
      continue;
    if (block.chars > LONGEST || !LEADS.test(block.text)) continue;
    const isLabel = wordsOf(facts, index) <= LABEL_WORDS;
    if (block.links > 0 && linkDensity(block) >= 0.3) kept[index] = 0;
    else if (isLabel && leadsOn(index)) {
      kept[index] = 0;
      for (let next = index + 1; isOnlyLink(next); next++) kept[next] = 0;
    }
  }

  function isOnlyLink(index: number): boolean {
    const block = blocks[index];
    return block !== undefined && block.links > 0 && linkDensity(block) >= LINKED;
  }

  function leadsOn(index: number): boolean {
    const isTitle = isHeading[tree.tag[(blocks[index] as Block).node] as number];
    return isOnlyLink(index + 1) || (isTitle === 1 && index + 1 === blocks.length);
  }
};
