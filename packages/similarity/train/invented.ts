import { compare } from '../src/decision/evidence.ts';
import { signatureOf } from '../src/signature/signature-of.ts';
import { createDice, type Row } from './boosting.ts';
import type { Doc } from './corpus.ts';

const PAIRS = 420;
const WEIGHT = 0.3;
const MIN_WORDS = 60;
/** Titles of round-ups that name nothing of what is in them. */
const GENERAL: Readonly<Record<string, readonly string[]>> = {
  ar: ['أخبار متفرقة', 'جولة في صحف اليوم', 'مختصرات', 'أبرز أخبار اليوم', 'ردود فعل واسعة'],
  fr: ['Revue de presse', 'En bref', 'Les brèves du jour', 'Ce qu’il faut retenir'],
  en: ['News in brief', 'Morning round-up', 'What to know today'],
};
const DAY_AND_HALF = 36 * 3_600_000;

/** A row with the place of the document it was made from. */
export interface InventedRow extends Row {
  readonly at: number;
  readonly kind: 'round-up' | 'cut';
}

/**
 * Round-ups that begin with a report or hold it, which are not that report, and reports cut short under another
 * title, which are: made of documents, since corpora have few.
 */
export function inventRows(docs: readonly Doc[]): InventedRow[] {
  const dice = createDice(7);
  const pick = (count: number): number => Math.floor(dice() * count);
  const long = docs.map((doc, at) => ({ doc, at, words: doc.body.split(/\s+/) }));
  const invented: InventedRow[] = [];
  const add = (
    at: number,
    kind: InventedRow['kind'],
    title: string,
    body: string,
    of: Doc,
  ): void => {
    const told = signatureOf({ title, body, language: of.lang });
    const own =
      dice() < 0.5 || kind === 'cut' ? of.body : firstWords(of.body, MIN_WORDS + pick(200));
    const text = signatureOf({ title: of.title, body: own, language: of.lang });
    const evidence = compare(text, told, { gapMs: dice() * DAY_AND_HALF });
    invented.push({ at, kind, evidence, isCopy: kind === 'cut', weight: WEIGHT });
  };
  for (let turn = 0; turn < 2 * PAIRS; turn++) {
    const language = dice() < 0.7 ? 'ar' : dice() < 0.7 ? 'fr' : 'en';
    const some = long.filter(
      ({ doc, words }) => doc.lang === language && words.length >= MIN_WORDS,
    );
    const { doc, at, words } = some[pick(some.length)] as (typeof long)[number];
    if (turn % 2 === 0) {
      const others = Array.from({ length: 1 + pick(4) }, () => some[pick(some.length)]?.doc as Doc);
      const items = others.filter(({ clusterId }) => clusterId !== doc.clusterId);
      const other = items[0];
      if (!other) continue;
      const parts = items.map(({ body }) => firstWords(body, 50 + pick(200)));
      const own = firstWords(doc.body, dice() < 0.5 ? 400 : 60 + pick(150));
      parts.splice(dice() < 0.65 ? 0 : pick(parts.length + 1), 0, own);
      const general = GENERAL[language] as readonly string[];
      const way = dice();
      const start = (title: string): string => title.split(' ').slice(0, 5).join(' ');
      const mixed = `${start(other.title)} .. ${start(doc.title)}`;
      const title =
        way < 0.45 ? (general[pick(general.length)] as string) : way < 0.85 ? other.title : mixed;
      add(at, 'round-up', title, parts.join('\n\n'), doc);
    } else if (words.length >= 150) {
      const from = pick(Math.min(80, words.length - 8));
      const title = dice() < 0.25 ? doc.title : words.slice(from, from + 5 + pick(4)).join(' ');
      const kept = Math.max(30, Math.floor(words.length * (0.12 + dice() * 0.5)));
      add(at, 'cut', title, firstWords(doc.body, kept), doc);
    }
  }
  return invented;
}

const firstWords = (text: string, count: number): string =>
  text
    .split(/(?<=\s)/)
    .slice(0, count)
    .join('');
