import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { edgesOf, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at either end among which a page's tools stand. */
const EDGE = 4;
const MOST_WORDS = 12;
const MOST_CHARS = 120;
/** As often as this among the entries of running coverage, a button's word is no heading. */
const OFTEN = 3;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;

/** What one does with a page, or whom one hands it to: in a line of nothing else they are buttons. */
const TOOLS = new Set(
  'imprimer print drucken imprimir stampa envoyer send email mail courriel partager partages partage partagez share shares teilen compartir condividi facebook twitter whatsapp telegram linkedin pinterest instagram messenger viber reddit tumblr threads bluesky copier copy lien link taille texte text size font police caractères agrandir réduire zoom pdf écouter listen enregistrer save sauvegarder favoris bookmark طباعة اطبع إرسال ارسال شارك شاركها شاركه مشاركة فيسبوك فايسبوك تويتر واتساب واتس تلغرام تيليغرام تلجرام لينكد نسخ الرابط رابط حجم الخط تكبير تصغير بريد البريد الإلكتروني حفظ استماع'.split(
    ' ',
  ),
);
/** Words between them. */
const BETWEEN = new Set(
  'a à x au en sur par via on by to in et and und the this le la les l cet cette de du des d un une article page app إن على عبر في ب أب المقال الخبر هذا هذه مع'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{M}]+/gu;

/** How often a page was seen. */
const COUNTER =
  /^\P{L}*(?:\d[\d\s.,]*[kKmM]?\s*(?:vues?|views?|lectures?|reads?|visites?|hits|مشاهدة|مشاهدات|قراءة|قراءات|زيارة|زيارات)|(?:(?:nombre de |عدد )?(?:vues|lectures|visites|visiteurs|views|hits|(?:ال)?مشاهدات|(?:ال)?قراءات|(?:ال)?زيارات|(?:ال)?قراء|(?:ال)?زوار)|lu|vu|viewed|read)\P{L}{0,3}\d[\d\s.,]*(?:fois|times|مرة|مرات)?)(?:\P{L}+(?:\d+\s*(?:commentaires?|comments?|تعليق(?:ات)?)))?\P{L}*$/iu;

/** The first steps of a path to the page. */
const HOME = /^\P{L}*(?:accueil|home|startseite|inicio|início|(?:ال)?(?:صفحة )?الرئيسية)\P{L}*$/iu;
const STEP = /\s*[>›»/|→←‹«]\s*/u;

/** True for a line of buttons and nothing else. */
function isTools(text: string): boolean {
  let tools = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (TOOLS.has(word)) tools++;
    else if (!BETWEEN.has(word)) return false;
  }
  return tools > 1 || (tools === 1 && text.length <= MOST_CHARS / 4);
}

/** True for the way from the site's first page to this one. */
const isPath = (text: string): boolean => {
  const [first = '', ...steps] = text.split(STEP);
  return steps.length > 0 && HOME.test(first);
};

/** Lines of buttons that each entry of a page has; in tables and lists a network's name is what they are about. */
function repeatedTools({ blocks, listOf }: PageFacts, kept: Uint8Array): readonly number[] {
  const found = new Map<string, number[]>();
  for (const index of keptBlocks(kept)) {
    const { chars, text } = blocks[index] as Block;
    if (chars > MOST_CHARS / 4 || listOf[index] !== 0 || !isTools(text)) continue;
    found.set(text, [...(found.get(text) ?? []), index]);
  }
  return [...found.values()].filter(({ length }) => length >= OFTEN).flat();
}

/**
 * Takes out what templates say of the page itself at either end of the text, its buttons, how often it was seen, where it
 * lies, and the buttons of each of its entries.
 */
export const dropPageTools: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  for (const index of repeatedTools(facts, kept)) kept[index] = 0;
  for (const index of edgesOf([...keptBlocks(kept)], EDGE)) {
    const { text } = facts.blocks[index] as Block;
    if (text.length > MOST_CHARS || wordsOf(facts, index) > MOST_WORDS) continue;
    if (isTools(text) || COUNTER.test(text) || isPath(text)) kept[index] = 0;
  }
};
