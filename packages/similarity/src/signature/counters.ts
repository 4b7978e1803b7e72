import { foldText } from '@nashra/text';
import { classed } from './common-words.ts';
import { createWordReader } from './words.ts';

/** Languages whose days and months are known by the names that ECMA-402 gives them. */
const LOCALES = ['ar-MA', 'ar-DZ', 'ar-TN', 'ar-EG', 'ar-LB', 'fr', 'en', 'es'];
/** Spellings that locales lack. */
const OTHER_MONTHS = 'غشت شتنبر دجنبر نونبر يوليوز ماي جوان جويلية أوت';
const ORDINALS = `الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة
  الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
  premier première deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième
  first second third fourth fifth sixth seventh eighth ninth tenth primero segundo tercero cuarto quinto sexto`;

const JANUARY_4TH_2026 = Date.UTC(2026, 0, 4);
const DAY = 86_400_000;

function* names(): Generator<string> {
  for (const locale of LOCALES) {
    const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 7; day++) yield weekday.format(JANUARY_4TH_2026 + day * DAY);
    for (let at = 0; at < 12; at++) yield month.format(Date.UTC(2026, at, 15));
  }
  yield OTHER_MONTHS;
  yield ORDINALS;
}

const SLOTS = 1024;
const counters = new Uint32Array(SLOTS);
const read = createWordReader();
for (const name of names()) {
  const { hashes, count } = read(foldText(name));
  for (let at = 0; at < count; at++) add(classed(hashes[at] as number));
}

function add(word: number): void {
  let slot = (word >>> 3) & (SLOTS - 1);
  while (counters[slot] !== 0 && counters[slot] !== word) slot = (slot + 1) & (SLOTS - 1);
  counters[slot] = word;
}

/** Whether a classed word counts or dates («السادسة»، «الثلاثاء», March): other ones make another edition. */
export function isCounter(word: number): boolean {
  let slot = (word >>> 3) & (SLOTS - 1);
  while (counters[slot] !== 0) {
    if (counters[slot] === word) return true;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return false;
}
