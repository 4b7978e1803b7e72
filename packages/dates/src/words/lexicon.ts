import { foldLetters } from '@nashra/text';
import { FILLERS, MARKS, MERIDIEMS, PARTS } from './marks.ts';
import { MONTH_TABLES } from './months.ts';
import type { MonthRole, Word } from './roles.ts';
import { FRACTIONS, NUMBERS, ORDINAL_HOURS, SOME, UNITS } from './spans.ts';
import { WEEKDAYS } from './weekdays.ts';
import { ZONE_MINUTES, ZONE_PLACES } from './zone-words.ts';

/** A trie over words, so that phrases are found by walking on. */
export interface LexiconNode {
  word?: Word;
  next?: Map<string, LexiconNode>;
}

const root: LexiconNode = { next: new Map() };
/** Words of scripts written without spaces, cut out of a run by their longest match. */
const unspaced = new Map<string, Word>();
let longestUnspaced = 1;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ヶ]+$/u;

function wordFor(phrase: string): Word {
  const folded = foldLetters(phrase.replaceAll('_', ' ').trim());
  if (UNSPACED.test(folded)) {
    const word = unspaced.get(folded) ?? {};
    unspaced.set(folded, word);
    longestUnspaced = Math.max(longestUnspaced, folded.length);
    return word;
  }
  let node = root;
  for (const part of folded.split(/[\s.'’-]+/).filter(Boolean)) {
    node.next ??= new Map();
    let child = node.next.get(part);
    if (!child) {
      child = {};
      node.next.set(part, child);
    }
    node = child;
  }
  node.word ??= {};
  return node.word;
}

function list(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function addMonth(phrase: string, role: MonthRole): void {
  const word = wordFor(phrase);
  word.months ??= [];
  if (!word.months.some(({ month, lang }) => month === role.month && lang === role.lang)) {
    word.months.push(role);
  }
}

function addMonths(): void {
  for (const { lang, calendar = 'gregorian', prefixes, names } of MONTH_TABLES) {
    const months = names.split('|').map(list);
    const prefixOf = new Map<string, number>();
    months.forEach((variants, index) => {
      const role = { month: index + 1, calendar, lang };
      for (const variant of variants) {
        addMonth(variant, role);
        if (!prefixes) continue;
        const name = foldLetters(variant);
        for (let length = 3; length < name.length; length++) {
          const prefix = name.slice(0, length);
          const owner = prefixOf.get(prefix);
          prefixOf.set(prefix, owner === undefined || owner === index ? index : -1);
        }
      }
    });
    const full = new Set(months.flat().map((name) => foldLetters(name)));
    for (const [prefix, index] of prefixOf) {
      if (index >= 0 && !full.has(prefix)) addMonth(prefix, { month: index + 1, calendar, lang });
    }
  }
}

function addAll<Key extends string>(
  table: Readonly<Record<Key, string>>,
  assign: (word: Word, key: Key) => void,
): void {
  for (const key of Object.keys(table) as Key[]) {
    for (const phrase of list(table[key])) assign(wordFor(phrase), key);
  }
}

function build(): void {
  addMonths();
  for (const week of WEEKDAYS) {
    week.split('|').forEach((variants, weekday) => {
      for (const variant of list(variants)) wordFor(variant).weekday ??= weekday;
    });
  }
  addAll(MERIDIEMS, (word, meridiem) => {
    word.meridiem ??= meridiem;
  });
  addAll(PARTS, (word, part) => {
    word.part ??= part;
  });
  addAll(MARKS, (word, mark) => {
    word.mark ??= mark;
  });
  for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[]) {
    for (const entry of list(UNITS[unit])) {
      const [name, count] = entry.split('=') as [string, string?];
      wordFor(name).unit ??= count ? { unit, count: Number(count) } : { unit };
    }
  }
  for (const [value, names] of Object.entries(NUMBERS)) {
    for (const name of list(names)) wordFor(name).number ??= Number(value);
  }
  for (const name of list(SOME)) wordFor(name).number ??= 3;
  for (const [name, minutes] of Object.entries(FRACTIONS)) wordFor(name).minutes = minutes;
  ORDINAL_HOURS.split('|').forEach((variants, index) => {
    for (const variant of list(variants)) wordFor(variant).hour = index + 1;
  });
  for (const name of ['فاتح', 'الفاتح', 'premier', 'primero']) wordFor(name).dayNumber = 1;
  for (const [name, minutes] of ZONE_MINUTES) wordFor(name).zone = minutes;
  for (const [name, place] of ZONE_PLACES) wordFor(name).zone = place;
  for (const name of list(FILLERS)) wordFor(name).filler = true;
}

let built = false;

/** Most dates are read without a word looked up: the lexicon waits for the first that is not. */
function ready(): void {
  if (built) return;
  built = true;
  build();
}

/** The child of a node under a folded word; from the root without one. */
export function step(node: LexiconNode | undefined, part: string): LexiconNode | undefined {
  ready();
  return (node ?? root).next?.get(part);
}

/** The longest word an unspaced run starts with at `from`. */
export function unspacedAt(run: string, from: number): { text: string; word: Word } | undefined {
  ready();
  for (let length = Math.min(longestUnspaced, run.length - from); length > 0; length--) {
    const text = run.slice(from, from + length);
    const word = unspaced.get(text);
    if (word) return { text, word };
  }
  return undefined;
}
