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

const LANGUAGES = Object.keys(LISTS);
/** The languages of each word, as indices of LANGUAGES. */
const LANGUAGES_OF = new Map<string, Set<number>>();
for (const [index, lang] of LANGUAGES.entries()) {
  for (const word of (LISTS[lang] as string).split(' ')) {
    const langs = LANGUAGES_OF.get(word) ?? new Set<number>();
    langs.add(index);
    LANGUAGES_OF.set(word, langs);
  }
}

const MIN_TOKENS = 10;
const MIN_SHARE = 0.12;
/** How far ahead of the second the first must be. */
const MARGIN = 2.5;

/**
 * The language whose function words a Latin text is full of, or undefined when they leave it open.
 * @param tokens the text's runs of letters, lower-case
 */
export function languageByWords(tokens: readonly string[]): string | undefined {
  if (tokens.length < MIN_TOKENS) return undefined;
  const scores = new Float64Array(LANGUAGES.length);
  for (const token of tokens) {
    const langs = LANGUAGES_OF.get(token);
    if (langs === undefined) continue;
    // A word that several languages share says little about which of them it is.
    for (const lang of langs) scores[lang] = (scores[lang] as number) + 1 / langs.size;
  }
  let first = 0;
  let second = 0;
  let best: string | undefined;
  for (const [lang, score] of scores.entries()) {
    if (score > first) {
      second = first;
      first = score;
      best = LANGUAGES[lang];
    } else if (score > second) second = score;
  }
  if (first / tokens.length < MIN_SHARE) return undefined;
  return first >= MARGIN * second ? best : undefined;
}
