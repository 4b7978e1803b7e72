import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import { holds } from '../gate-words.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { shareElsewhere } from './elsewhere.ts';
import { isOwnLink } from './own-link.ts';
import { blocksIn, keptBlocks, type Rule, wordsOf } from './rule.ts';

/** How lines begin that lead to other pieces, in the languages of many publishers; folded by nothing. */
export const LEADS =
  /^[\s\p{P}\p{S}]*(?:lire (?:aussi|également|la suite|plus)|[àa] (?:lire|voir|relire|découvrir) ?(?:aussi|également|ailleurs|absolument|:)|à lire|à voir|(?:à )?\(?(?:re\)?)?lire ?:|voir (?:aussi|également)|sur le même (?:sujet|thème)|à découvrir|écoutez? aussi|notre (?:dossier|sélection)|en bref\s*(?:[:：–-]|$)|nos derniers articles|articles? (?:liés?|similaires?|connexes?)|don.t miss|(?:à )?ne (?:pas (?:manquer|rater)|(?:manquez|ratez) pas)|nicht verpassen|no te (?:lo )?pierdas|da non perdere|لا (?:تفوت|يفوت)\p{L}*|read (?:also|more|next)|also read|more (?:on|from|about) |see also|must read|related(?: (?:articles?|stories|story|posts?|news|content|coverage|reading))?\s*(?:[:：–-]|$)|recommended(?: (?:stories|for you|reading))?\s*(?:[:：–-]|$)|you (?:may|might) also|further reading|watch (?:also|now|more)\s*[:：]|lesen sie (?:auch|mehr)|mehr (?:zum thema|zu )|siehe auch|auch interessant|lea (?:también|además|más)|lee (?:también|además|más)|te puede interesar|también te puede|(?:ver|mire|mira) también|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|per approfondire|guarda anche|les (?:også|mer)|läs (?:också|mer|även)|lees ook|bekijk ook|læs også|lue myös|czytaj (?:też|także|również)|čtěte také|citește și|bunu da oku|ayrıca oku|читайте (?:также|ещё|еще)|смотрите также|(?:ا|إ|أ)قر(?:أ|ا|ئي|أي)? ?(?:أيضا|ايضا|أيضًا|أيضاً|المزيد|كذلك)|إقرأ|(?:شاهد|طالع|تابع|انظر|أنظر|استمع)(?:وا)? ?(?:أيضا|ايضا|أيضًا|أيضاً|كذلك|المزيد)|(?:مواضيع|موضوعات|مقالات|أخبار|اخبار) (?:ذات صلة|متعلقة|مشابهة|مرتبطة)|ذات صلة|قد يهمك|قد يعجبك|لقراءة المزيد|للمزيد|przeczytaj (?:też|także|również)|zobacz (?:też|także|również)|ilgili haber(?:ler)?\s*[:：]|baca juga|đọc thêm|xem thêm|διαβάστε (?:επίσης|ακόμα)|קראו? (?:גם|עוד)|עוד בנושא|อ่าน(?:เพิ่มเติม|ต่อ|ข่าวต่อ)|(?:ข่าว|บทความ)ที่เกี่ยวข้อง|延伸[閱阅][讀读]|相[關关](?:[閱阅][讀读]|新[聞闻]|[鏈链]接|文章)|関連(?:記事|ニュース)|あわせて読みたい|관련 ?(?:기사|뉴스)|بیشتر بخوانید|همچنین بخوانید|(?:مطالب|مطلب) مرتبط)/iu;
/** What somebody paid for, before its headline. */
const SPONSORED =
  /^\P{L}*(?:(?:محتوى|مقال|مادة) (?:برعاية|ممول\p{L}*|مدفوع\p{L}*|إعلاني\p{L}*)|إعلان ممول|sponsored|promoted|paid (?:content|post)|partner content|brand ?voice|(?:contenu|article) (?:sponsorisé|partenaire|proposé par)|sponsorisé|publi-?(?:rédactionnel|reportage|rreportaje)|(?:contenido|artículo) patrocinado|patrocinado|contenuto sponsorizzato|anzeige|gesponsert)(?!\p{Ll})/iu;
const LONGEST = 300;
/** A line that leads without a link has a next one that is the link. */
const LABEL_WORDS = 7;
const LINKED = 0.8;
/** Of a line that somebody paid for. */
const SOLD = 0.4;
/** Words before the link: a label, «Watch:», «See our report». */
const PREFIX_WORDS = 5;
/** More of them in a row are a list. */
const MOST_POINTERS = 2;
const HEADLINE_WORDS = 5;
/** Of the words of a heading of the article's own, its text has at least so many. */
const OWN = 0.25;
/** A label of at most five words before a colon. */
const LABELLED = /^\P{L}*(?:\p{L}+[\s’'-]+){0,4}\p{L}+\s*[:：]\s/u;

function isOnlyLink({ blocks }: PageFacts, index: number): boolean {
  const block = blocks[index];
  return block !== undefined && linkDensity(block) >= LINKED;
}

const endsInColon = ({ lastClass }: TextFacts): boolean => lastClass === CHAR.colon;

/** Whether letters stand in a range of nodes. */
function hasLetters(tree: Tree, from: number, last: number): boolean {
  for (let at = from; at <= last; at++)
    if (tree.kind[at] === NODE.text && /\p{L}/u.test(tree.text(at))) return true;
  return false;
}

/** «(from last week)»: what may be said of a headline behind it. */
const SAID_OF = /^\s*\([^()]{2,30}\)\s*$/u;

/** Whether nothing stands in a range of nodes, or a few words in brackets. */
function isEnd(tree: Tree, from: number, last: number): boolean {
  if (!hasLetters(tree, from, last)) return true;
  let rest = '';
  for (let at = from; at <= last; at++) if (tree.kind[at] === NODE.text) rest += tree.text(at);
  // Who may read it is a gate's to say.
  return SAID_OF.test(rest) && !holds(rest);
}

/** Where the only link of a block begins, and whether the block ends with it. */
function linkIn(
  { tree }: PageFacts,
  { node, first, last }: Block,
): { words: number; isLast: boolean } {
  let words = 0;
  for (let at = node; at <= last; at++) {
    if (tree.tag[at] === TAG.a && (tree.end[at] as number) > first)
      return { words, isLast: isEnd(tree, tree.end[at] as number, last) };
    if (at >= first && tree.kind[at] === NODE.text)
      words += tree.text(at).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  }
  return { words, isLast: false };
}

/** Whether a list has no other item. */
function isListOfOne(facts: PageFacts, index: number): boolean {
  const [from, to] = blocksIn(facts, facts.listOf[index] as number);
  return to - from === 1;
}

/** A line of its own that is another page's headline as a link, alone or after a label of few words. */
function isPointer(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts, listOf } = facts;
  const block = blocks[index] as Block;
  if (block.links !== 1 || block.chars > LONGEST) return false;
  if (listOf[index] !== 0 && !isListOfOne(facts, index)) return false;
  if (wordsOf(facts, index) < HEADLINE_WORDS || linkDensity(block) < 0.4) return false;
  // A headline may ask; what ends as a sentence does is one.
  const isSentence = (texts[index] as TextFacts).lastClass === CHAR.stop;
  const { words, isLast } = linkIn(facts, block);
  // «To know more: …» may end in a stop.
  const isLed = words > 0 && LABELLED.test(block.text);
  if (isSentence && !isLed && !/[?؟]["»”’)\s]*$/u.test(block.text)) return false;
  if (!isLast || words > PREFIX_WORDS) return false;
  if (wordsOf(facts, index) - words < HEADLINE_WORDS - 1) return false;
  if (words === 0 && isHeading[tree.tag[block.node] as number]) return false;
  return isOwnLink(facts, block);
}

/** Whether links follow one another as a list does, or a line announces them: they are what the article tells of. */
function isListed(facts: PageFacts, index: number): boolean {
  const { texts } = facts;
  let from = index;
  while (from > 0 && index - from < MOST_POINTERS && isPointer(facts, from - 1)) from--;
  let to = index + 1;
  while (to - from <= MOST_POINTERS && to < facts.blocks.length && isPointer(facts, to)) to++;
  if (to - from > MOST_POINTERS) return true;
  const isAnnounced = from > 0 && endsInColon(texts[from - 1] as TextFacts);
  return isAnnounced && wordsOf(facts, from - 1) > LABEL_WORDS;
}

/** Whether a heading is nothing but another page's headline as a link; several of them head what the article lists. */
function isHeadlineLink(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  if (block.links !== 1 || isHeading[facts.tree.tag[block.node] as number] !== 1) return false;
  return (
    isOnlyLink(facts, index) && wordsOf(facts, index) >= HEADLINE_WORDS && isOwnLink(facts, block)
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
  const headings: number[] = [];
  for (const index of keptBlocks(kept)) {
    const block = blocks[index] as Block;
    if (isHeadlineLink(facts, index)) headings.push(index);
    if (block.links > 0 && linkDensity(block) >= LINKED && isEmbed(index)) kept[index] = 0;
    if (isPointer(facts, index) && !isListed(facts, index)) {
      kept[index] = 0;
      const isLabel = kept[index - 1] === 1 && endsInColon(texts[index - 1] as TextFacts);
      if (isLabel && wordsOf(facts, index - 1) <= LABEL_WORDS) kept[index - 1] = 0;
    }
    if (block.links > 0 && linkDensity(block) >= SOLD && SPONSORED.test(block.text))
      kept[index] = 0;
    const { alsos, promos } = texts[index] as TextFacts;
    const mayHead = isHeading[tree.tag[block.node] as number] === 1 && isOnlyLink(facts, index + 1);
    const isLinked = block.links > 0 && linkDensity(block) >= 0.3;
    if (alsos === 0 && promos === 0 && !mayHead && !isLinked) continue;
    if (block.chars > LONGEST || !LEADS.test(block.text)) continue;
    const isLabel = wordsOf(facts, index) <= LABEL_WORDS;
    if (isLinked) kept[index] = 0;
    else if (isLabel && leadsOn(index)) {
      kept[index] = 0;
      for (let next = index + 1; isOnlyLink(facts, next); next++) kept[next] = 0;
    }
  }

  const [heading, ...others] = headings;
  if (heading !== undefined && others.length === 0 && kept.indexOf(1) < heading)
    if (shareElsewhere(facts, kept, heading, heading + 1) < OWN) kept[heading] = 0;

  function leadsOn(index: number): boolean {
    const isTitle = isHeading[tree.tag[(blocks[index] as Block).node] as number];
    return isOnlyLink(facts, index + 1) || (isTitle === 1 && index + 1 === blocks.length);
  }
};
