/**
 * The commonest words of the languages most pages here are in, and of the neighbours they could be
 * taken for. They name an article's language at once, so that the n-gram model need not be loaded.
 */
const LISTS: Readonly<Record<string, string>> = {
  fr: 'le la les des du de et est une un que qui dans pour sur pas au aux avec par ce cette ces son sa ses il elle ils plus sont ont mais ou où nous vous leur dont été être fait comme après selon',
  en: 'the of and to in is that for it was on with as by at from this be are have has an not but they his her which were their been will would who after said its more about',
  es: 'el la los las de del y que en es un una por con para se su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde fue ha son',
  pt: 'o a os as de do da dos das e que em é um uma por com para se no na nos nas ao mais mas não sua seu ou ser como foi são pelo pela também já há entre depois',
  it: 'il lo la i gli le di del della dei delle e che in è un una per con si da al alla non più ma ha sono come anche nel nella dal questo questa suo sua tra dopo',
  de: 'der die das und in den von zu mit ist im des auf für nicht ein eine dem sich als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie über',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als maar door bij naar uit nog over wordt hij ze worden heeft werd',
  ca: 'el la els les de del dels i que en és un una per amb al als no es ha més va han són seu seva també entre com però aquest aquesta',
  gl: 'o a os as de do da dos das e que en é un unha por con para se no na nos máis non seu súa ou ao foi son tamén pola polo',
  ro: 'și de la în a cu pe pentru este din nu că un o să care se fi mai sunt au al ale prin după sau dar',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var sig från vi så kan',
  da: 'og i at det er en den til på af for med de der som ikke et har fra han var kan om ved men',
  pl: 'i w na z do nie się że jest to o za po od przez dla jak są ale był który także oraz przy',
  tr: 've bir bu da de için ile olarak daha çok en olan sonra gibi kadar ama ne değil var göre',
  id: 'yang dan di dengan untuk dari ini dalam tidak pada akan itu ke juga adalah oleh sebagai telah',
};

/** Languages whose neighbours share too many of their words: these only confirm what a text is declared to be in. */
const CONFIRMING: Readonly<Record<string, string>> = {
  no: 'og i det er en et til på som for av med har de ikke den at om fra vi han hun ble var kan men også etter eller dette sier skal vil',
  is: 'og í að er á sem til um við með fyrir það var ekki hann en af frá því hún þá eru verið hafa segir þetta',
  tr: 've bir bu da de için ile olarak daha çok en olan sonra gibi kadar ama ne değil var göre ise her o yeni ilk iki türkiye',
  ru: 'и в на не что с по а как это из к от за для о он его до но все или так же был при было она также которые',
  uk: 'і в на не що з по а як це із до від за для про він його але всі або так був при було вона також які та у',
  bg: 'и в на не че с по а как това от за до се да са е ще при но като бе той или след още които във',
  sr: 'и у на не да се је са за од као су што до али или који из како то је би након',
  mk: 'и во на не дека со по од за се да е ќе при но како ги го што или кои ова',
  hi: 'के है में की और से का को पर ने कि यह भी हैं एक नहीं हो इस था कर लिए तो ही या',
};

interface WordIndex {
  readonly languages: readonly string[];
  /** The languages of each word, as indices of `languages`. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

function indexWords(lists: Readonly<Record<string, string>>): WordIndex {
  const languages = Object.keys(lists);
  const of = new Map<string, number[]>();
  for (const [index, lang] of languages.entries()) {
    for (const word of new Set((lists[lang] as string).split(' '))) {
      const langs = of.get(word);
      if (langs) langs.push(index);
      else of.set(word, [index]);
    }
  }
  return { languages, of };
}

const naming = indexWords(LISTS);
const confirming = indexWords({ ...LISTS, ...CONFIRMING });
/** Norwegian has two written forms. */
export const WRITTEN_AS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

const MIN_TOKENS = 10;
const MIN_SHARE = 0.12;
/** How far ahead of the second the first must be. */
const MARGIN = 2.5;
/** The same for a language that the text is declared to be in: names and numbers leave few words of any. */
const DECLARED_SHARE = 0.04;

/**
 * The language whose function words a text is full of, or undefined when they leave it open.
 * @param tokens the text's runs of letters, lower-case
 * @param declared primary language tag that the text comes with
 */
export function languageByWords(tokens: readonly string[], declared?: string): string | undefined {
  const named = WRITTEN_AS[declared ?? ''] ?? declared;
  const found = likeliest(tokens, naming);
  if (found && found.share >= MIN_SHARE && found.margin >= MARGIN) return found.lang;
  if (named === undefined) return undefined;
  const again = likeliest(tokens, confirming);
  return again?.lang === named && again.share >= DECLARED_SHARE ? named : undefined;
}

interface Likeliest {
  readonly lang: string;
  /** Of the text's words, those of the language; words of several count as parts. */
  readonly share: number;
  /** How many times the second language's share that is. */
  readonly margin: number;
}

function likeliest(tokens: readonly string[], { languages, of }: WordIndex): Likeliest | undefined {
  if (tokens.length < MIN_TOKENS) return undefined;
  const scores = new Float64Array(languages.length);
  for (const token of tokens) {
    const langs = of.get(token);
    if (langs === undefined) continue;
    // A word that several languages share says little about which of them it is.
    for (const lang of langs) scores[lang] = (scores[lang] as number) + 1 / langs.length;
  }
  let best = 0;
  let second = 0;
  for (let lang = 1; lang < scores.length; lang++) {
    if ((scores[lang] as number) > (scores[best] as number)) {
      second = scores[best] as number;
      best = lang;
    } else second = Math.max(second, scores[lang] as number);
  }
  const score = scores[best] as number;
  return { lang: languages[best] as string, share: score / tokens.length, margin: score / second };
}
