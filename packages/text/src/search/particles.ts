import { bareArabic, OWN_AND } from './arabic-word.ts';

/**
 * ب، ل and ك are written to a word without an article, where no rule can tell them from its own letters. So such a word is
 * found in both ways: as it stands, and without its first letter.
 */
export const PARTICLES = '[وف]?[بلك](?!ال|ل)([\\u0621-\\u064a]{3,})';
const WITH_PARTICLE = new RegExp(`(?<![^ ])${PARTICLES}(?![^ ])`, 'g');

/** Common words that begin so by themselves, by how they begin: for them the second way would only be noise. */
export const OWN: readonly string[] = [
  'بيان', 'كبير', 'كبار', 'بينم', 'بداي', 'لجن', 'لجان', 'بناء', 'بناي', 'برنام', 'برام', 'كثير', 'كثره', 'بعد', 'بينه', 'بدات', 'بدلا', 'بدءا',
  'لكن', 'كتاب', 'كلم', 'بلغ', 'كورونا', 'كان', 'كامل', 'لاعب', 'بنكيران', 'لقاء', 'لقاي', 'بوتين', 'كلي', 'بريطان', 'ليله', 'ليال', 'لندن', 'بلاد',
  'بلاغ', 'بلد', 'لدي', 'برميل', 'بطول', 'باريس', 'لحظ', 'كيلو', 'بعيد', 'باكستان', 'كيف', 'لايح', 'بقي', 'باقي', 'كوفيد', 'لاسيما', 'بورص', 'بغداد',
  'بعض', 'لبنان', 'بايرن', 'بروكسل', 'بيوت', 'كردستان', 'لاحق', 'بطاق', 'كون', 'لوح', 'كارتر', 'برلين', 'كمي', 'برقي', 'بعث', 'كافي', 'بواب', 'بارز',
  'لسان', 'بحث', 'باحث', 'كينيا', 'بيت', 'كييف', 'كركوك', 'كلينتون', 'بنود', 'كوريا', 'كريم', 'بيروت', 'بديل', 'بداي', 'بحري', 'بحار', 'ليفربول', 'كاميرا',
  'ليبيا', 'ليبي', 'كفاء', 'برمج', 'لقطات', 'كارث', 'برشلون', 'ليس', 'لازم', 'لقجع', 'كاتب', 'بريد', 'لغات', 'لغوي', 'بلجيك', 'بسيط', 'لعب', 'كوكب',
  'كمال', 'برلمان', 'بقاء', 'بشري', 'بشار', 'بياض', 'كاس', 'كنيس', 'كهرباء', 'كولومب', 'كويت', 'كندا', 'كندي', 'بترول', 'بنك', 'بنوك', 'بيئ', 'بصر', 'بذل',
  'لباس', 'لحوم', 'لقاح', 'كسر', 'كشف', 'كرا', 'كره', 'كرم', 'بطال', 'بطل', 'بكل', 'لذلك', 'كذلك', 'كما', 'لماذا', 'لهذا', 'بهذا', 'بهذه', 'لهذه', 'بذلك', 'كبد',
  'بشان', 'بايدن', 'باراك', 'بلينكن', 'بنزيما', 'لوكسمبورغ', 'بنغلادش', 'كوالالمبور', 'كيسنجر', 'بولونيا', 'كاليفورنيا', 'كامالا',
]; // biome-ignore format: read as a table

/** With or without a conjunction. */
const isOwn = (word: string) =>
  OWN_AND.some((own) => word.startsWith(own)) ||
  OWN.some((own) => word.replace(/^[وف]/, '').startsWith(own));

const known = new Map<string, boolean>();
const MOST_KNOWN = 50_000;

/** The words of a folded text that would be found if its particles were not written to them, as they are searched. */
export function bareOfParticles(folded: string): string[] {
  const found = new Set<string>();
  for (const [word, rest = ''] of folded.matchAll(WITH_PARTICLE)) {
    let own = known.get(word);
    if (own === undefined) {
      own = isOwn(word);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(word, own);
    }
    if (!own) found.add(bareArabic(rest));
  }
  return [...found];
}
