import { NODE, TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { titleShare } from './elsewhere.ts';
import { blocksIn, dropRange, keptWords, type Rule, wordsOf } from './rule.ts';

/** Words of a heading over such a box, and of what stands in it. */
const HEADING_WORDS = 5;
const BOX_WORDS = 120;
/** Of the body, such a box is no more than this. */
const SHARE = 0.4;
/** What has so many of the words of the title is of the piece. */
const TITLED = 0.34;
/** Kept words that stand before it. */
const ENOUGH = 30;
/** What houses tell of each day beside their texts. */
const SERVICE =
  /^\P{L}*(?:(?:l.|notre |the |our |el |la )?agenda(?: (?:culturel|de la semaine|du jour))?|what.s on|événements(?: à venir)?|upcoming events|météo|weather|wetter|(?:el )?tiempo|meteo|bourse|cours (?:de la bourse|des (?:devises|monnaies|changes))|devises|taux de change|exchange rates?|currenc(?:y|ies)(?: rates?)?|divisas|horaires? (?:des )?(?:prières?|de prière)|heures? de(?:s)? prières?|prayer times?|pharmacies? de garde|horoscope|programme tv|programmes? télé(?:vision)?|tv guide|mots croisés|sudoku|résultats? (?:du )?loto|sondage|numéros utiles|trafic|marées|éphéméride|citation du jour|quote of the day|photo du jour|caricature(?: du jour)?|(?:ال)?أجندة|أجندة (?:الأسبوع|اليوم)|مفكرة|مواعيد|(?:حالة |أحوال )?الطقس|طقس اليوم|(?:أسعار|سعر) (?:صرف )?(?:العملات|الصرف|الذهب|العملة)|البورصة|(?:مواقيت|أوقات) الصلاة|صيدليات (?:الحراسة|المناوبة)|الصيدليات المناوبة|الأبراج|أبراج اليوم|برامج التلفزيون|كلمات متقاطعة|أرقام (?:تهمك|هاتفية|مفيدة)|حكمة اليوم|صورة اليوم|كاريكاتير(?: اليوم)?|استطلاع(?: الرأي)?)(?:\s?[:،,(–—-].{0,24}|\s(?:à|de|du|des|en|in|of|for|today|في|ل|ب|اليوم)\s?.{0,20})?\P{L}*$/iu;

const BOXES = new Set<number>([TAG.div, TAG.section, TAG.aside, TAG.table, TAG.li, TAG.article]);

/** The box of its own that a heading opens; null where it stands among the paragraphs. */
function boxUnder(facts: PageFacts, index: number): readonly [from: number, to: number] | null {
  const { tree, blocks } = facts;
  const { node } = blocks[index] as Block;
  let up = node;
  for (let step = 0; step < 3 && up > 0; step++) {
    up = tree.parent[up] as number;
    const [from, to] = blocksIn(facts, up);
    if (from < index) return null;
    if (to > index + 1 && tree.kind[up] === NODE.element && BOXES.has(tree.tag[up] as number))
      return [from, to];
  }
  return null;
}

/** Takes out boxes with what a house tells every day, its agenda, rates, weather, hours of prayer: headed so, and of something else than the title. */
export const dropServices: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  for (let index = kept.indexOf(1); index >= 0 && index < kept.length; index++) {
    const { node, text } = blocks[index] as Block;
    if (!isHeading[tree.tag[node] as number] || wordsOf(facts, index) > HEADING_WORDS) continue;
    if (!SERVICE.test(text)) continue;
    const box = boxUnder(facts, index);
    if (box === null || keptWords(facts, kept, 0, box[0]) < ENOUGH) continue;
    const words = keptWords(facts, kept, ...box);
    if (words > BOX_WORDS || words > SHARE * keptWords(facts, kept)) continue;
    if (titleShare(facts, ...box) < TITLED) dropRange(kept, ...box);
  }
};
