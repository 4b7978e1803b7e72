/**
 * Amazigh in Latin letters (Kabyle, Tamazight), which no statistical model at hand knows: letters
 * nobody around uses, the particles every sentence holds, and the frames of its words.
 */
const LETTERS = /[ɣɛḥṭẓṣḍṛčǧεϵγ]/gu;
const WORDS = (
  'n d ad ur deg di s seg i yiwen yiwet amdan imdanen izerfan tamurt tmurt tutlayt tamaziɣt tamazight tmaziɣt ara akken akkn ' +
  'yesɛa yesεa yella llan tella ɣer ghur ɣur ɣef ghef gher gar ger nnig ddaw zdat deffir akk akkw kull yal yall ula neɣ nagh neγ ' +
  'nniḍen nniden is ines nsen nnes inu nnek nneɣ iman azal azref tilelli tlelli tudert ass wass seld fell dg lliɣ nna yenna tenna yerna ' +
  'imi netta nettat nekk nutni wid tid win tin wigi wagi tagi agi ayen ayn amek acku anda melmi maca armi alarmi send kra sin snat ' +
  'ɣas ghas amm yas asen sen dagi dinna tura azekka idelli aseggas seggasen useggas lqanun lḥeqq amkan wadeg ' +
  'ulac ulach wiyad wiyaḍ agraw wakken iwakken ilaq yezmir zemren izmer aɣerbaz uselway anelway tigemmi'
).split(' ');
/** Words of neighbours that share the short particles above. */
const FOREIGN =
  'le la les des du et est il elle on ce cette avec par sur pas au aux son sa ses une un que qui dans pour el los las de y en por con the of and to in der die und das che per'.split(
    ' ',
  );
/** What a known word says. */
const SAYS = new Map<string, number>();
for (const word of WORDS) SAYS.set(word, 1);
for (const word of FOREIGN) SAYS.set(word, -0.8);

/** Nouns framed t…t, plurals i…n, masculine a…/u…, verbs in y… and te…m, the article l before ḥ, q, ɛ. */
const SHAPE =
  /^(?:t[aiu]?\p{L}{3,}t|[iy]\p{L}{2,}n|[au]\p{L}{3,}|ye\p{L}{3,}|te\p{L}{2,}m|l[ḥqɛjx]\p{L}{2,})$/u;
/** A name or a heading of three words proves nothing. */
const MIN_TOKENS = 4;

/**
 * How much a Latin text looks Amazigh, 0 to about 1.5; neighbours stay below 0.2.
 * @param normal the text in NFC and lower case
 * @param tokens its runs of letters and marks
 */
export function amazighScore(normal: string, tokens: readonly string[]): number {
  if (tokens.length < MIN_TOKENS) return 0;
  let own = 0;
  let sure = 0;
  for (const token of tokens) {
    const says = SAYS.get(token);
    if (says === undefined) {
      if (SHAPE.test(token)) own += 0.4;
      continue;
    }
    own += says;
    // "I'd rather not" is full of d and i.
    if (says > 0 && token.length > 2) sure++;
  }
  const letters = normal.match(LETTERS)?.length ?? 0;
  if (letters + sure === 0) return 0;
  return own / tokens.length + Math.min(0.6, (letters / tokens.length) * 1.5);
}
