import { foldText } from '../fold/fold-text.ts';
import { FORMS, PLURALS } from './plurals.ts';
import { LATIN_FORMS, MORE_PLURALS, SPELLINGS } from './plurals-more.ts';
import { DARIJA, FOREIGN, HIS, RELATIVES } from './spellings.ts';

/**
 * How an Arabic word is brought to the form that is searched. Everything here is data and a few lines that read it, since the
 * database reads it too: `nashra.bare_word` is made from these same lists (see sql.ts).
 */

/** A beginning that may go where so many letters stay behind it; the first that fits, once. */
export type Cut = readonly [letters: string, stay: number];

/** Conjunction, preposition, article: longest first. */
export const PREFIXES: readonly Cut[] = [
  ['وبال', 2], ['وكال', 2], ['فبال', 2], ['وال', 3], ['فال', 3], ['بال', 2], ['كال', 3], ['ولل', 2], ['فلل', 2],
  ['ال', 2], ['لل', 2], ['و', 4],
]; // biome-ignore format: read as a table

/** Words whose own first letters are ال, by how they begin: إلغاء، التزام، ألمانيا، ألعاب. */
export const OWN_ARTICLE: readonly string[] = [
  'المان', 'الغا', 'القاب', 'الحاق', 'التزام', 'التحاق', 'التقا', 'التماس', 'التهاب', 'التفاف', 'التباس', 'التفات', 'العاب', 'الوان', 'اليات',
  'الاف', 'الكترون', 'البوم', 'الومنيوم', 'المنيوم', 'الياف', 'الزام', 'الواح', 'الحان', 'الفاظ', 'البسه',
]; // biome-ignore format: read as a table

/** Words whose own first letter is ل, by how they begin: after an article one ل of لل is theirs (للاعبين، للجنة). */
export const OWN_LAM: readonly string[] = [
  'لاجي', 'لاعب', 'لجن', 'لجان', 'لغه', 'لغات', 'لغوي', 'لقاء', 'لقاي', 'لقاح', 'لحظه', 'لحظات', 'لوحه', 'لوحات', 'ليله', 'ليالي', 'لبنان', 'لواء',
  'لاتين', 'لصوص', 'ليبي', 'لاحق', 'لعبه', 'لعبت', 'لهج', 'لجوء', 'لياق', 'ليبرال', 'لوبي', 'لوجست', 'لوازم', 'لوايح', 'لايح', 'لسان', 'لباس', 'لوكسمب',
  'لقطات', 'لافت', 'لحاق', 'لمسات',
]; // biome-ignore format: read as a table

/** Words whose own first letter is و, by how they begin: وزارة، ولاية. */
export const OWN_AND: readonly string[] = [
  'وزار', 'وزير', 'ولاي', 'وكال', 'وكيل', 'وسايل', 'وسيل', 'وظيف', 'وظايف', 'وثيق', 'وثايق', 'وضعي', 'واقع', 'واجه', 'وطني', 'واشنط', 'وقاي', 'ويكي',
  'وفيات', 'وديع', 'وساط', 'وراث', 'ورشات', 'وصاي', 'وسطي', 'وجهات', 'وارد', 'واحات', 'وقفات', 'وحدات', 'وقايع', 'واتس', 'ويندوز', 'وهران',
  'ورزاز', 'وحيد', 'وصفات', 'وليام', 'وجبات', 'وساد', 'واضح', 'واسع', 'واحد', 'واجب', 'واعد', 'وافد', 'وعود', 'وجوه', 'ورثه', 'وردي', 'وشيك', 'وريد',
]; // biome-ignore format: read as a table

/** Suffixed pronouns. A ت before them was ة. */
export const PRONOUNS: readonly Cut[] = [['هما', 3], ['هم', 4], ['هن', 4], ['كم', 5], ['ها', 3], ['نا', 4]]; // biome-ignore format: read as a table

/** Plural, dual and accusative, what is made of a plural, and «his» after ة; and what stands in their place: ه in that of the feminine ones. */
export const ENDINGS: readonly (readonly [letters: string, stay: number, instead: string])[] = [
  ['اتيه', 3, 'ه'], ['اتي', 3, 'ه'], ['اته', 3, 'ه'], ['ته', 3, 'ه'],
  ['يتان', 3, 'يه'], ['يتين', 3, 'يه'], ['تان', 3, 'ه'], ['تين', 3, 'ه'], ['يات', 3, 'يه'], ['ات', 2, 'ه'], ['يون', 3, 'ي'],
  ['يين', 3, 'ي'], ['ون', 4, ''], ['ين', 3, ''], ['وا', 4, ''], ['يا', 3, 'ي'], ['ا', 3, ''],
]; // biome-ignore format: read as a table

/** Verbal nouns that look like a dual: تكوين، تأمين. */
export const NO_DUAL = '^ت..ين$';
const noDual = new RegExp(NO_DUAL);

/** Feminine and relative endings: of long words they say nothing that a search should keep apart. */
export const LAST: readonly Cut[] = [['يه', 4], ['ه', 4], ['ي', 4]]; // biome-ignore format: read as a table

/** Words that would be another word without their ة: مدرسة and مدرس, طائرة and طائر. */
export const WHOLE: readonly string[] = [
  'مدرسه', 'جامعه', 'رياضه', 'طايره', 'مكتبه', 'منطقه', 'مصلحه', 'محكمه', 'قاعده', 'عاصمه', 'مملكه', 'حامله', 'ناقله', 'عمليه', 'كتابه', 'شخصيه',
  'مباراه', 'صحافه', 'عماله', 'مقاله', 'جزايه', 'سلطانه', 'حاسبه', 'خزانه', 'عباره', 'حضانه', 'بطاله', 'قضاياه', 'مكانه', 'كماله', 'حماسه', 'سماحه', 'ميزانيه', 'ضابطه', 'قراءه',
]; // biome-ignore format: read as a table

/** Of the pattern مفاعل: a plural as it stands (معارض of معرض), and with an ending a word of its own (معارضة، معارضون). */
export const PARTICIPLE = '^م.ا..$';
const participle = new RegExp(PARTICIPLE);

/** أصدقائه، أصدقاؤها: what stands in the place of اء before a pronoun. */
export const BOUND = 'ا[يو]ه?$';
const BEFORE_PRONOUN = new RegExp(BOUND);

/** The one word that begins with ال and has no article; with its prefixes it is one word still. */
export const GOD = '^(?:[وفبكت]?ال|[وف]?ل)له$';
const god = new RegExp(GOD);

const wordsOf = (lines: string): string[][] =>
  lines.split(/[|\n]/).filter(Boolean).map((line) => line.split(' ').map(foldText)); // biome-ignore format: one step a word

const FORM_WORDS = new Map(
  wordsOf(FORMS).flatMap(([word = '', ...forms]) => forms.map((form) => [form, word] as const)),
);

/** Words as they are searched, and the forms that no rule leads to them. */
interface Known {
  readonly forms: ReadonlyMap<string, string>;
  readonly words: ReadonlySet<string>;
}

const knownBy = (forms: ReadonlyMap<string, string>): Known => ({
  forms,
  words: new Set(forms.values()),
});

const formsKnown = knownBy(FORM_WORDS);

/** Forms that no rule leads to their word, with what they are searched as; Latin ones too. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...wordsOf(LATIN_FORMS).flatMap(([word = '', ...forms]) =>
    forms.map((form) => [form, word] as const),
  ),
  ...wordsOf([PLURALS, MORE_PLURALS, SPELLINGS, FOREIGN, RELATIVES, HIS, DARIJA].join('|')).flatMap(
    ([singular = '', ...plurals]) =>
      plurals.map((plural) => [plural, bareBy(formsKnown, singular)] as const),
  ),
  ...FORM_WORDS,
]);
const allKnown = knownBy(IRREGULAR);

const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** What an Arabic word, folded already, is searched as: without its particles, pronouns, number and gender. */
export function bareArabic(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const bare = bareBy(allKnown, word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, bare);
  return bare;
}

function bareBy(known: Known, word: string): string {
  if (god.test(word)) return 'الله';
  let bare = word;
  for (const cut of [cutPrefix, cutPronoun, cutEnding, cutLast]) {
    const found = wordOf(known, bare);
    if (found !== undefined && (cut !== cutLast || !participle.test(bare))) return found;
    bare = cut(bare, known);
  }
  return (participle.test(bare) ? undefined : wordOf(known, bare)) ?? bare;
}

/** What a form is known as: itself, what is from a place in either gender, and what ends in اء before a pronoun. */
function wordOf({ forms }: Known, form: string): string | undefined {
  const found = forms.get(form);
  if (found !== undefined) return found;
  const bound = BEFORE_PRONOUN.exec(form);
  if (bound) return forms.get(`${form.slice(0, bound.index)}اء`);
  return form.endsWith('يه') ? forms.get(form.slice(0, -1)) : undefined;
}

function cutPrefix(word: string, known: Known): string {
  if (word.length < 4) return word;
  const [prefix = ''] =
    PREFIXES.find(([it, stay]) => word.startsWith(it) && word.length >= it.length + stay) ??
    (word.startsWith('و') && isKnown(known, word.slice(1)) ? ['و'] : []);
  const rest = word.slice(prefix.length);
  if (prefix === 'و' && OWN_AND.some((own) => word.startsWith(own)) && !isKnown(known, rest))
    return word;
  if (prefix.endsWith('لل') && OWN_LAM.some((own) => `ل${rest}`.startsWith(own))) return `ل${rest}`;
  if (prefix.endsWith('ال') && isKnown(known, rest)) return rest;
  const article = prefix.endsWith('ال') ? `ال${rest}` : rest;
  return OWN_ARTICLE.some((own) => article.startsWith(own)) ? article : rest;
}

function isKnown({ forms, words }: Known, word: string): boolean {
  return forms.has(word) || words.has(word);
}

function endsIn(word: string) {
  return ([it, stay]: readonly [string, number, ...unknown[]]) =>
    word.endsWith(it) && word.length >= it.length + stay;
}

function cutPronoun(word: string): string {
  const pronoun = PRONOUNS.find(endsIn(word));
  if (!pronoun) return word;
  const bare = word.slice(0, -pronoun[0].length);
  return bare.endsWith('ت') && !bare.endsWith('ات') ? `${bare.slice(0, -1)}ه` : bare;
}

function cutEnding(word: string): string {
  const ending = noDual.test(word) ? undefined : ENDINGS.find(endsIn(word));
  return ending ? word.slice(0, -ending[0].length) + ending[2] : word;
}

function cutLast(word: string): string {
  const last = WHOLE.includes(word) ? undefined : LAST.find(endsIn(word));
  return last ? word.slice(0, -last[0].length) : word;
}
