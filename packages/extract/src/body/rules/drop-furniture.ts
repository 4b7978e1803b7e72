import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { calls } from './calls.ts';
import { dropRange, edgesOf, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at either end of a body among which furniture stands. */
const EDGE = 3;
/** Mean characters of a link that is a tag or a button. */
const SHORT_LINK = 24;
const LINKED = 0.9;
/** «Tags:», «Mots clés :», «الكلمات المفتاحية:» before the links. */
const LABEL =
  /^(?:[^:：]{2,28}[:：]|(?:filed under|posted in|tagged(?: with| in)?|classé dans|publié dans|rangé dans|archivado en|publicado en|archiviato in|abgelegt unter|veröffentlicht in|مصنف في|نشر في)(?!\p{L}))/iu;
/** Characters between two links. */
const APART = 4;
/** Of a line that promotes, one word in so many does. */
const PROMOTES = 5;
const PROMO_WORDS = 40;
const LIFE_WORDS = [8, 70] as const;
const NAME_WORDS = 4;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;

/** A line that is nothing but a word for advertising. */
const AD =
  /^\P{L}*(?:publicité|annonce|advertisement|sponsored(?: content)?|anzeige|werbung|publicidad|pubblicità|publicidade|reklama|إعلان(?:ات)?|اعلان(?:ات)?)\P{L}*$/iu;
/** How long it takes to read, before the text. */
const READING =
  /^\P{L}*(?:(?:temps|durée) de lecture|lecture\P{L}{0,4}\d|(?:reading time|time to read)|\d+\s*(?:min(?:ute)?s?)?\.?\s*(?:read|de lecture|lesezeit|di lettura|de lectura)|lesezeit|tiempo de lectura|tempo di lettura|(?:مدة|وقت|زمن) القراءة)(?!\p{L})/iu;
/** Buttons to hear, to open and to report, and labels of what is free. */
const BUTTON =
  /^\P{L}*(?:(?:écoute[rz]|listen to|hear|escuch[ae]r?|ascolta|ouvir|ouça|luister naar|استمع(?:وا)? إلى)\s.{0,12}(?:article|story|piece|artículo|noticia|articolo|artigo|artikel|المقال|الخبر)|(?:artikel|beitrag) (?:an)?hören|(?:article )?en accès libre|(?:free|libre) to read|accès libre|gratuit|(?:show|load|see|view) (?:more|less)|(?:voir|afficher|charger) (?:plus|la suite)|mehr (?:an)?zeigen|ver más|mostra (?:altro|di più)|meer tonen|عرض المزيد|المزيد|\d+\s*min(?:utes?|uten|uti|utos)?)\P{L}*$/iu;
const MISTAKE =
  /^\P{L}*(?:report|signale[rz]|melde[nt]?|notificar?|segnala|reportar?|spotted|found|vous avez (?:vu|relevé|trouvé|repéré|remarqué|constaté)|une erreur|بلغ|الإبلاغ|وجدت|لاحظت)(?!\p{L})[^.]{0,40}(?:mistake|errors?|erreur|faute|fehler|errore|erro|typo|coquille|خطأ)/iu;
/** How often it was read, and tools to print or send it. */
const COUNTED =
  /(?<!\p{L})(?:lue?|vue?|read|viewed|gelesen|leíd[oa]|lid[oa]|letto) \p{N}[\p{N}\s.,]* (?:fois|times|mal|veces|vezes|volte)(?!\p{L})|^\P{L}*(?:nombre de (?:vues|lectures|visites)|views?|vues|lectures|aufrufe|visitas|visualiza\p{L}+|عدد (?:المشاهدات|القراءات|الزيارات)|المشاهدات)\s*[:：]\s*\p{N}/iu;
const TOOLS =
  /(?:^|[.|·•]\s*)(?:(?:imprimer|envoyer|drucken|merken|print|e-?mail|bookmark|save|imprimir|enviar|guardar|stampa|طباعة|إرسال|حفظ)(?: (?:cet article|this|den artikel|esta noticia|la page))?[\s|·•,/]*)+$/iu;
const SENT =
  /^\P{L}*(?:(?:أ|ا)رسل(?:وا)? (?:هذا |هذه )?(?:ال(?:خبر|مقال|موضوع|صفحة))|envoyer (?:cet article )?à un ami|send (?:this )?(?:article |story )?to a friend|(?:an|einem) freund(?:e)? (?:senden|empfehlen)|enviar a un amigo)(?!\p{L})/iu;
/** Whether it was of use, and where the original stands. */
const USEFUL =
  /^\P{L}*(?:(?:was|is) this (?:\p{L}+ )?(?:helpful|useful)|(?:cet article|cette page) vous a-t-(?:il|elle) été utile|war dieser (?:artikel|beitrag) hilfreich|¿?te (?:ha sido|resultó) útil|هل (?:كان|وجدت) [^؟]{0,30}مفيد)|^\P{L}*(?:(?:lire|voir) l.article (?:original|d.origine)|(?:read|see) the original (?:article|story|post)|قراءة (?:المقال|الخبر) الأصلي|the post .{3,120} (?:appeared|was) first (?:on|published on)|l.article .{3,120} est apparu en premier sur)/iu;
/** Whose text it is, and what may not be done with it, after the text. */
const RIGHTS =
  /©|\(c\) ?\d|copyright|all rights reserved|tous droits réservés|reproduction (?:interdite|totale|même partielle)|alle rechte vorbehalten|todos los derechos|tutti i diritti|(?:جميع|كل|كافة) الحقوق محفوظة/iu;
/** Where the text comes from, below it. */
const SOURCE =
  /^\P{L}*(?:avec|with|mit|con|com|مع)\s(?:les |des )?(?:agences?|agencies|agenturen|agencias|agenzie|وكالات|الوكالات)\P{L}*$|^\P{L}*(?:المصدر|المصادر|source|sources|quelle|fuente|fonte)\s*[:：/-]\s*(?:وكالات|متابعات|مواقع|صحف|agences?|agencies|agenturen|agencias|agenzie)\P{L}*$/iu;
/** The heading over the life of who wrote. */
const ABOUT =
  /^\P{L}*(?:about the (?:author|writer|reporter)s?|à propos de l.aut(?:eur|rice)|l.auteur(?:e|rice)?|über (?:den autor|die autorin)|zum autor|zur autorin|sobre (?:el autor|la autora|o autor|a autora)|sull.autore|l.autrice|(?:عن|حول|نبذة عن) (?:الكاتبة?|المؤلفة?|الصحفية?))\P{L}*$/iu;
/** A word for handing the piece on, over buttons that show no text. */
const SHARE =
  /^\P{L}*(?:شارك(?:ها|وا|وه|ه)?(?: (?:هذا )?(?:المقال|الخبر|الموضوع|المادة|التقرير))?(?: (?:على|عبر|مع).{0,20})?|partage[rz]?(?: (?:l.|cet |cette )(?:article|info\p{L}*|actualité|page))?(?: (?:sur|avec).{0,20})?|share(?: (?:this|the))?(?: (?:article|story|post|page|news|on|with|via).{0,20})?|(?:artikel |beitrag )?teilen|compart(?:ir|e|ilhar)(?: (?:este |esta |o |la |el )?(?:artículo|noticia|nota|artigo|notícia))?|condividi(?: (?:l.|questo )?(?:articolo|notizia))?|delen|deel dit artikel)\P{L}*$/iu;
/** How a line on who wrote goes on behind the name. */
const OPENS_LIFE =
  /^,? ?(?:is|has been|writes|covers|reports|lives|works|teaches|joined|studied|est|écrit|couvre|vit|travaille|enseigne|ist|schreibt|arbeitet|lebt|studierte|es|escribe|cubre|vive|trabaja|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|woont|هو|هي|صحفية?|صحافية?|كاتبة?|باحثة?|أستاذة?|يكتب|تكتب)(?!\p{L})/iu;
const LINE_WORDS = 25;
const READING_WORDS = 8;
const AD_WORDS = 2;

/** Characters of a line: a block without a word may be as long as the page. */
const LINE_CHARS = 600;

/** Whether a block is one line of so many words at most. */
const isLineOf = (facts: PageFacts, index: number, words: number): boolean =>
  wordsOf(facts, index) <= words && (facts.blocks[index] as Block).text.length <= LINE_CHARS;

/** Links one after the other, after a label or alone: tags, places to share. */
function isLinkRow({ tree, blocks, texts, listOf }: PageFacts, index: number): boolean {
  const block = blocks[index] as Block;
  const { links, chars } = block;
  if (links < 2 || listOf[index] !== 0 || isHeading[tree.tag[block.node] as number]) return false;
  const linked = linkDensity(block) * chars;
  if (linked > links * SHORT_LINK) return false;
  if (linked >= LINKED * chars) return true;
  const label = LABEL.exec(block.text)?.[0].length ?? 0;
  // What ends as a sentence tells.
  if ((texts[index] as TextFacts).lastClass === CHAR.stop) return false;
  return label > 0 && chars - linked - label <= APART * links;
}

/** A short line most of whose words call to follow, join or subscribe. */
function promotes(facts: PageFacts, index: number): boolean {
  const { promos } = facts.texts[index] as TextFacts;
  const words = wordsOf(facts, index);
  return promos >= 2 && words <= PROMO_WORDS && promos * PROMOTES >= words;
}

/** Whether the second of two blocks opens with the first, a name: the life of who wrote. */
function isLife(facts: PageFacts, name: number, life: number): boolean {
  const { tokens, texts, blocks, tree } = facts;
  const count = wordsOf(facts, name);
  const words = wordsOf(facts, life);
  if (count < 2 || count > NAME_WORDS || words < LIFE_WORDS[0] || words > LIFE_WORDS[1])
    return false;
  const { digits, ideographs } = texts[name] as TextFacts;
  if (digits + ideographs > 0) return false;
  const holder = tree.parent[(blocks[name] as Block).node] as number;
  if ((blocks[life] as Block).first >= (tree.end[holder] as number)) return false;
  const from = (texts[name] as TextFacts).tokenStart;
  const to = (texts[life] as TextFacts).tokenStart;
  for (let at = 0; at < count; at++) {
    if (tokens.hashes[from + at] !== tokens.hashes[to + at]) return false;
  }
  return true;
}

/** What one is, as the life under a name begins. */
const OFFICE =
  /^(?:صحفية?|صحافية?|كاتبة?|مراسلة?|محررة?|إعلامية?|باحثة?|(?:an? )?(?:freelance )?(?:journalist|reporter|writer|editor|columnist|correspondent)|(?:grande? )?reporter|journaliste|rédact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|redakteur(?:in)?|journalistin|periodista|redactora?|giornalista|jornalista|redatora?)(?!\p{L})/iu;

/** Whether the last two blocks are a name and what one of that name is. */
function isOfficeUnder(facts: PageFacts, name: number, life: number): boolean {
  const words = wordsOf(facts, name);
  const { digits, ideographs, lastClass } = facts.texts[name] as TextFacts;
  const isName = words >= 2 && words <= NAME_WORDS && digits + ideographs === 0;
  if (!isName || lastClass === CHAR.stop || lastClass === CHAR.colon) return false;
  const { text } = facts.blocks[life] as Block;
  return wordsOf(facts, life) <= LIFE_WORDS[1] && OFFICE.test(text);
}

const SIGNED =
  /(?:بقلم|by|par|por|von|di|door)\s*:?\s*\p{L}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){1,3}\P{L}*$/iu;
const MOSTLY = 0.5;

/** A link with the name of who wrote the piece it leads to. */
function isSignedLink({ blocks }: PageFacts, index: number): boolean {
  const block = blocks[index] as Block;
  return block.links === 1 && linkDensity(block) >= MOSTLY && SIGNED.test(block.text);
}

/** Whether a block opens with the name of who signed the page, and goes on about them. */
function tellsOfSigner(facts: PageFacts, index: number): boolean {
  const words = wordsOf(facts, index);
  if (words < LIFE_WORDS[0] || words > LIFE_WORDS[1]) return false;
  const { text } = facts.blocks[index] as Block;
  return facts.metadata.authors.some(
    (name) =>
      name.includes(' ') && text.startsWith(`${name} `) && OPENS_LIFE.test(text.slice(name.length)),
  );
}

/** «Jane Doe is a reporter in …», whoever signed. */
const LIFE =
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},?\s(?:is|est|ist|es|è|é)\s(?:also |aussi )?(?:an?|une?|l[ea]|the|our|eine?|un[oa]?)\s(?:[\p{L}’'-]+\s){0,4}(?:reporter|journalist|writer|editor|correspondent|columnist|contributor|freelancer?|journaliste|rédact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|redakteur(?:in)?|journalistin|periodista|giornalista|jornalista)(?!\p{L})/u;

/** Takes out the life under a heading over it, to the end of the body. */
function dropLife(facts: PageFacts, kept: Uint8Array, heading: number): void {
  const words = keptWords(facts, kept, heading + 1);
  if (words <= 2 * LIFE_WORDS[1]) dropRange(kept, heading, kept.length);
}

/** Takes out what templates put at either end of a body: rows of tags and of places to share, calls to follow, the author's life. */
export const dropFurniture: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  const { tree, blocks, headingBefore } = facts;
  const textOf = (index: number): string => (blocks[index] as Block).text;
  const order = [...keptBlocks(kept)];
  const rows = [...edgesOf(order, EDGE)].filter((index) => isLinkRow(facts, index));
  // Several lines of labelled links are what the article tells.
  const labelled = rows.filter((index) => linkDensity(blocks[index] as Block) < LINKED);
  for (const index of rows) {
    if (labelled.length < 2 || !labelled.includes(index)) kept[index] = 0;
  }
  for (const index of order) {
    if (isLineOf(facts, index, AD_WORDS) && AD.test(textOf(index))) kept[index] = 0;
  }
  for (const index of order.slice(0, EDGE)) {
    const isLabel = isLineOf(facts, index, READING_WORDS);
    if (isLabel && [READING, SHARE, BUTTON].some((pattern) => pattern.test(textOf(index))))
      kept[index] = 0;
  }
  for (const index of order.slice(-EDGE)) {
    const isLine = isLineOf(facts, index, LINE_WORDS);
    if (
      isLine &&
      (calls(textOf(index)) ||
        [RIGHTS, SOURCE, SHARE, BUTTON, MISTAKE, COUNTED, TOOLS, SENT, USEFUL].some((pattern) =>
          pattern.test(textOf(index)),
        ))
    )
      kept[index] = 0;
    if (isLine && isSignedLink(facts, index)) kept[index] = 0;
    const isQuote = tree.tag[(blocks[index] as Block).node] === TAG.blockquote;
    if (!isQuote && promotes(facts, index)) kept[index] = 0;
    if (index > 0 && isLife(facts, index - 1, index)) kept.fill(0, index - 1, index + 1);
    const isLast = index === order.at(-1) && !isQuote;
    if (isLast && index > 0 && isOfficeUnder(facts, index - 1, index))
      kept.fill(0, index - 1, index + 1);
    const isLong = wordsOf(facts, index) <= LIFE_WORDS[1];
    if (isLast && (tellsOfSigner(facts, index) || (isLong && LIFE.test(textOf(index)))))
      kept[index] = 0;
    const heading = isLine && ABOUT.test(textOf(index)) ? index : (headingBefore[index] as number);
    if (heading >= 0 && isLineOf(facts, heading, LINE_WORDS) && ABOUT.test(textOf(heading)))
      dropLife(facts, kept, heading);
  }
};
