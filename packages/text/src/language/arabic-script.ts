/** Languages written in Arabic letters, told apart by letters of their own and by function words. */
export type ArabicScriptLanguage = 'ar' | 'fa' | 'ur' | 'ps' | 'ckb' | 'ug' | 'sd';

interface Profile {
  readonly lang: ArabicScriptLanguage;
  /** Letters the other languages do without. */
  readonly letters: RegExp;
  readonly words: ReadonlySet<string>;
}

const words = (list: string) => new Set(list.split(' '));

const PROFILES: readonly Profile[] = [
  {
    lang: 'ug',
    letters: /[ۇۈۋېۆ]|ئە/g,
    words: words('ۋە بىلەن ئۈچۈن بۇ بىر ھەم بولغان قىلىپ'),
  },
  {
    lang: 'ckb',
    letters: /[ێۆڵڕە]/g,
    words: words('لە بە و کە بۆ ئەم ئەو دەکات کوردستان هەرێمی لەسەر لەگەڵ بووە'),
  },
  { lang: 'sd', letters: /[ڄڃڀٺٿڊڌڍڏڙڦڪڳڱڻ]/g, words: words('جي جو جا ۾ آهي کي سان ۽') },
  { lang: 'ps', letters: /[ښځڅډړږټۍېګڼ]/g, words: words('د په او کې چې دی ته له سره شوی') },
  {
    lang: 'ur',
    letters: /[ٹڈڑںےہھۓ]/g,
    words: words('کے کی ہے میں اور سے کا کو نے پر ہیں نہیں یہ کہ گیا'),
  },
  {
    lang: 'fa',
    letters: /[پچژگیک]/g,
    words: words(
      'در از به که را این است با آن برای می شد شود کرد خود های هر یا بر دارد تا نیز شده بود کند وی ما اند',
    ),
  },
];

/** Letters of languages that have the Persian ones as well, which tell nothing beside them. */
const BEYOND_PERSIAN = /[ٹڈڑںےہھۓێۆڵڕەڤښځڅډړږټۍېګڼڄڃڀٺٿڊڌڍڏڙڦڪڳڱڻۇۈۋ]/g;
/** A share of letters that no foreign name makes. */
const MANY = 0.03;
/** Arabic writes foreign names with گ, پ and چ too; its own ي, ك and ة then show whose text it is. */
const ARABIC_HAND = /[يكةىأإ]/;
const PERSIAN_HAND = /[یک]/;

/** Words and word forms Persian shares with nobody, in texts typed on an Arabic keyboard (ي، ك). */
const PERSIAN_ONLY =
  /(?:^|[\s«(])(?:است|که|كه|گفت|از|این|اين|برای|براي|شده|شود|دارد|خواهد|کرد|كرد|می|مي‌?\p{L}+|آنها|باید|بايد|نیز|نيز)(?=[\s.،»)‌]|$)/gu;

const ARABIC_WORDS = words(
  'في من على إلى الى عن مع هذا هذه التي الذي أن ان كان بعد قبل بين كما لم لا ما هو هي ذلك خلال حول عند منذ ضد',
);
const TOKEN = /[\p{L}\p{M}]+/gu;
const ARTICLE = /^(?:[وفبكل]?ال|لل)\p{L}{2}/u;

/** Decides among the languages of the Arabic script; Arabic when nothing speaks against it. */
export function arabicScriptLanguage(text: string): ArabicScriptLanguage {
  const tokens = text.match(TOKEN) ?? [];
  const total = tokens.join('').length || 1;
  let arabic = 0;
  for (const token of tokens) if (ARABIC_WORDS.has(token) || ARTICLE.test(token)) arabic++;
  const arabicShare = arabic / (tokens.length || 1);

  const mayBePersian =
    (text.match(BEYOND_PERSIAN)?.length ?? 0) / total < MANY &&
    (PERSIAN_HAND.test(text) || !ARABIC_HAND.test(text));
  let best: ArabicScriptLanguage = 'ar';
  let bestScore = Math.max(0.12, arabicShare);
  for (const { lang, letters, words: own } of PROFILES) {
    const isTold = lang !== 'fa' || mayBePersian;
    const letterShare = isTold ? (text.match(letters)?.length ?? 0) / total : 0;
    let hits = 0;
    for (const token of tokens) if (own.has(token)) hits++;
    if (letterShare === 0 && hits < 2) continue;
    const score = hits / (tokens.length || 1) + letterShare * 3;
    if (score > bestScore) {
      best = lang;
      bestScore = score;
    }
  }
  if (best === 'ar' && arabicShare < 0.2) {
    const persian = text.match(PERSIAN_ONLY)?.length ?? 0;
    if (persian >= 2 && persian > arabic) return 'fa';
  }
  return best;
}

const DARIJA = words(
  'ديال ديالو ديالها ديالنا ديالهم ديالكم ديالي ديالك كاين كاينة كاينين هاد هادي هادو هادشي داكشي واش شنو شنوا شكون فين علاش كيفاش امتا إمتى ' +
    'دابا بزاف مزيان غادي غادية غاديين باش حيت راه راها راهم راني ماشي ماكاينش مكاينش بغيت بغا بغينا كنت درت دار كندير واخا عافاك بحال ' +
    'ديما والو حتا تا ليا ليه ليهم معايا فاش اللي لي ايلا إيلا شي واحد وحدة كيما حنا نتا نتوما هوما خويا لالة صافي زعما بلا هدرة كلشي جوج',
);
/** Present tense with ك/ت before a person's prefix, negation with ما…ش. */
const DARIJA_VERB = /^(?:ك[نتي]\p{L}{3,}|تان\p{L}{3,}|م?ا?ك?\p{L}{3,}وش|ما\p{L}{3,}ش)$/u;
const NOT_DARIJA_VERB = new Set([
  'كنيسة',
  'كنائس',
  'كتاب',
  'كتابه',
  'كتابة',
  'كتلة',
  'كيلومتر',
  'كيلوغرام',
  'كنوز',
  'كتيبة',
  'كيفية',
  'كتابات',
  'كتائب',
]);

/** Whether Arabic text is in the spoken Arabic of Morocco. */
export function isDarija(text: string): boolean {
  const tokens = text.match(TOKEN) ?? [];
  let score = 0;
  for (const token of tokens) {
    if (DARIJA.has(token) || DARIJA.has(token.replace(/^[وف]/, ''))) score += 1;
    else if (DARIJA_VERB.test(token) && !NOT_DARIJA_VERB.has(token)) score += 0.5;
  }
  return score >= 1.5 && score / tokens.length >= 0.08;
}
