import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { calls } from './calls.ts';
import { linksIn } from './links.ts';
import { isOwnAddress } from './own-link.ts';
import { FILED } from './page-lines.ts';
import { isReported } from './reported.ts';
import { RESERVED } from './rights-words.ts';
import { edgesOf, isLineOf, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at either end of a body among which furniture stands. */
const EDGE = 3;
/** Mean characters of a link that is a tag or a button. */
const SHORT_LINK = 24;
const LINKED = 0.9;
/** Links between brackets and nothing else; what is cited stands so as a number. */
const BRACKETED = /^(?:\[\s?\p{L}[^[\]]{2,40}\][\s|·•-]*){2,}$/u;
/** «Tags:», «Mots clés :», «الكلمات المفتاحية:» before the links. */
const LABEL =
  /^(?:[^:：]{2,28}[:：]|(?:filed under|posted in|tagged(?: with| in)?|classé dans|publié dans|rangé dans|archivado en|publicado en|archiviato in|abgelegt unter|veröffentlicht in|مصنف في|نشر في)(?!\p{L}))/iu;
/** Characters between two links. */
const APART = 4;
/** Of a line that promotes, one word in so many does. */
const PROMOTES = 5;
const PROMO_WORDS = 40;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;

/** Buttons to hear, to open and to report, and labels of what is free. */
const BUTTON =
  /^\P{L}*(?:(?:écoute[rz]|listen to|hear|escuch[ae]r?|ascolta|ouvir|ouça|luister naar|استمع(?:وا)? إلى)\s.{0,12}(?:article|story|piece|artículo|noticia|articolo|artigo|artikel|المقال|الخبر)|(?:artikel|beitrag) (?:an)?hören|(?:article )?en accès libre|(?:free|libre) to read|accès libre|gratuit|\d+\s*min(?:utes?|uten|uti|utos)?)\P{L}*$/iu;
const TOOLS =
  /(?:^|[.|·•]\s*)(?:(?:imprimer|envoyer|drucken|merken|print|e-?mail|bookmark|save|imprimir|enviar|guardar|stampa|طباعة|إرسال|حفظ)(?: (?:cet article|this|den artikel|esta noticia|la page))?[\s|·•,/]*)+$/iu;
const SENT =
  /^\P{L}*(?:(?:أ|ا)رسل(?:وا)? (?:هذا |هذه )?(?:ال(?:خبر|مقال|موضوع|صفحة))|envoyer (?:cet article )?à un ami|send (?:this )?(?:article |story )?to a friend|(?:an|einem) freund(?:e)? (?:senden|empfehlen)|enviar a un amigo)(?!\p{L})/iu;
/** Whether it was of use, and where the original stands. */
const USEFUL =
  /^\P{L}*(?:(?:was|is) this (?:\p{L}+ )?(?:helpful|useful)|(?:cet article|cette page) vous a-t-(?:il|elle) été utile|war dieser (?:artikel|beitrag) hilfreich|¿?te (?:ha sido|resultó) útil|هل (?:كان|وجدت) [^؟]{0,30}مفيد)|^\P{L}*(?:(?:lire|voir) l.article (?:original|d.origine)|(?:read|see) the original (?:article|story|post)|قراءة (?:المقال|الخبر) الأصلي|(?:(?:يمكنك\p{L}*|انقر\p{L}*|اضغط\p{L}*|للمزيد)\s[^.!?؟]{0,30})?ل?قراءة (?:ال)?(?:خبر|مقال|موضوع|تقرير)[^.!?؟]{0,24}(?:من|في|على|عبر) (?:ال)?مصدر|(?:lire|lisez|retrouvez) (?:l.article|cet article|la suite)[^.!?]{0,24} (?:sur|à) (?:le site|la source|son site)|(?:read|view|see) (?:the )?(?:full |whole |rest of the )?(?:article|story|post) (?:on|at) (?:the |its )?(?:source|original|(?:web)?site)|the post .{3,120} (?:appeared|was) first (?:on|published on)|l.article .{3,120} est apparu en premier sur)/iu;
/** Whose text it is, and what may not be done with it, after the text. */
const RIGHTS = new RegExp(
  String.raw`©|\(c\) ?\d|copyright|${RESERVED}|reproduction (?:interdite|totale|même partielle)|todos (?:los|os) (?:derechos|direitos)|tutti i diritti`,
  'iu',
);
/** Where the text comes from, below it. */
const SOURCE =
  /^\P{L}*(?:avec|with|mit|con|com|مع)\s(?:les |des )?(?:agences?|agencies|agenturen|agencias|agenzie|agências|وكالات|الوكالات)\P{L}*$|^\P{L}*نقلا عن (?:ال)?وكالات\P{L}*$|^\P{L}*(?:المصدر|المصادر|source|sources|quelle|fuente|fonte)\s*[:：/-]\s*(?:وكالات|متابعات|مواقع|صحف|agences?|agencies|agenturen|agencias|agenzie|agências)\P{L}*$/iu;
/** A word for handing the piece on, over buttons that show no text. */
const SHARE =
  /^\P{L}*(?:شارك(?:ها|وا|وه|ه)?(?: (?:هذا )?(?:المقال|الخبر|الموضوع|المادة|التقرير))?(?: (?:على|عبر|مع).{0,20})?|partage[rz]?(?: (?:l.|cet |cette )(?:article|info\p{L}*|actualité|page))?(?: (?:sur|avec).{0,20})?|share(?: (?:this|the))?(?: (?:article|story|post|page|news|on|with|via).{0,20})?|(?:artikel |beitrag )?teilen|compart(?:ir|e|ilhar)(?: (?:este |esta |o |la |el )?(?:artículo|noticia|nota|artigo|notícia))?|condividi(?: (?:l.|questo )?(?:articolo|notizia))?|delen|deel dit artikel)\P{L}*$/iu;
const LINE_WORDS = 25;
const READING_WORDS = 8;

/** Links one after the other, after a label or alone: tags, places to share. */
function isLinkRow({ tree, blocks, texts, listOf }: PageFacts, index: number): boolean {
  const block = blocks[index] as Block;
  const { links, chars } = block;
  if (links < 2 || listOf[index] !== 0 || isHeading[tree.tag[block.node] as number]) return false;
  const linked = linkDensity(block) * chars;
  // «[Help] [Print]»: what stands around each.
  if (BRACKETED.test(block.text) && linked + links * 2 >= LINKED * chars) return true;
  if (linked > links * SHORT_LINK) return false;
  if (linked >= LINKED * chars) return true;
  const label = (LABEL.exec(block.text) ?? FILED.exec(block.text))?.[0].length ?? 0;
  // What ends as a sentence tells.
  if ((texts[index] as TextFacts).lastClass === CHAR.stop) return false;
  return label > 0 && chars - linked - label <= APART * links;
}

/** Where a site's news for readers of feeds lies. */
const FEED = /(?:^|[/.])(?:feed|rss|atom)(?:\.xml|\.rss)?\/?$/i;
const FEED_WORDS = 12;

/** A short line with a link to the site's feed. */
const isOfFeed = ({ tree, blocks }: PageFacts, index: number): boolean =>
  linksIn(tree, blocks[index] as Block).some((link) => FEED.test(tree.attr(link, 'href') ?? ''));

/** Words of two headlines, and how much of their line is links. */
const HEADLINES_WORDS = 6;
const MOSTLY = 0.5;
const BOTH = 0.85;
const NEIGHBOURS = /[«»‹›←→|]/u;

/** The headlines of the piece before and the piece after, in one line with arrows or a bar. */
function isNeighbours(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  if (block.links !== 2 || linkDensity(block) < BOTH || !NEIGHBOURS.test(block.text)) return false;
  if (wordsOf(facts, index) < HEADLINES_WORDS || facts.listOf[index] !== 0) return false;
  return linksIn(facts.tree, block).every((link) =>
    isOwnAddress(facts.tree.attr(link, 'href'), facts.host),
  );
}

/** A short line most of whose words call to follow, join or subscribe. */
function promotes(facts: PageFacts, index: number): boolean {
  const { promos } = facts.texts[index] as TextFacts;
  const words = wordsOf(facts, index);
  return promos >= 2 && words <= PROMO_WORDS && promos * PROMOTES >= words;
}

const SIGNED =
  /(?:بقلم|by|par|por|von|di|door)\s*:?\s*\p{L}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){1,3}\P{L}*$/iu;

/** A link with the name of who wrote the piece it leads to. */
function isSignedLink({ blocks }: PageFacts, index: number): boolean {
  const block = blocks[index] as Block;
  return block.links === 1 && linkDensity(block) >= MOSTLY && SIGNED.test(block.text);
}

/** Takes out what templates put at either end of a body: rows of tags and of places to share, labels, calls to follow. */
export const dropFurniture: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  const { tree, blocks } = facts;
  const textOf = (index: number): string => (blocks[index] as Block).text;
  const order = [...keptBlocks(kept)];
  const rows = [...edgesOf(order, EDGE)].filter((index) => isLinkRow(facts, index));
  // Several lines of labelled links are what the article tells.
  const labelled = rows.filter((index) => linkDensity(blocks[index] as Block) < LINKED);
  for (const index of rows) {
    if (labelled.length < 2 || !labelled.includes(index)) kept[index] = 0;
  }
  for (const index of order.slice(0, EDGE)) {
    const isLabel = isLineOf(facts, index, READING_WORDS);
    if (isLabel && [SHARE, BUTTON, SOURCE].some((pattern) => pattern.test(textOf(index))))
      kept[index] = 0;
  }
  for (const index of order.slice(-EDGE)) {
    const isLine = isLineOf(facts, index, LINE_WORDS);
    if (
      isLine &&
      !isReported(textOf(index)) &&
      (calls(textOf(index)) ||
        [RIGHTS, SOURCE, SHARE, BUTTON, TOOLS, SENT, USEFUL].some((pattern) =>
          pattern.test(textOf(index)),
        ))
    )
      kept[index] = 0;
    if (isLine && (isSignedLink(facts, index) || isNeighbours(facts, index))) kept[index] = 0;
    if ((blocks[index] as Block).links > 0 && isLineOf(facts, index, FEED_WORDS))
      if (isOfFeed(facts, index)) kept[index] = 0;
    const isQuote = tree.tag[(blocks[index] as Block).node] === TAG.blockquote;
    if (!isQuote && promotes(facts, index)) kept[index] = 0;
  }
};
