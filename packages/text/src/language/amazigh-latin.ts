/**
 * Amazigh in Latin letters (Kabyle, Tamazight), which no statistical model at hand knows: letters
 * nobody around uses, and the particles every sentence holds.
 */
const LETTERS = /[ɣɛḥṭẓṣḍṛčǧεγ]/giu;
const WORDS = new Set(
  (
    'n d ad ur deg di s seg i yiwen yiwet amdan imdanen izerfan tamurt tmurt tutlayt tamaziɣt tamazight tmaziɣt ara akken ' +
    'yettwali yesɛa yesεa ɣer ghur ɣur gar ger nnig ddaw zdat deffir akk kull yal ula neɣ nniḍen d-is is nsen nnes yella llan ' +
    'iman azal azref tilelli tlelli tudert ass wass seld fell ɣef ghef f g dg lliɣ nna yenna tenna yerna imi'
  ).split(' '),
);
/** Words of neighbours that share the short particles above. */
const FOREIGN = new Set(
  'le la les des du et est une un que qui dans pour el los las de y en por con the of and to in is der die und das di il che per'.split(
    ' ',
  ),
);
const TOKEN = /[\p{L}\p{M}]+/gu;
/** Nouns with the feminine frame t…t and the plural -en/-an behind i-. */
const SHAPE = /^(?:t[aiu]?\p{L}{3,}t|i\p{L}{2,}[ae]n|a\p{L}{3,}|yett\p{L}{2,}|u\p{L}{3,})$/u;

/** How much a Latin text looks Amazigh, 0 to about 1.5. */
export function amazighScore(text: string): number {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  if (tokens.length === 0) return 0;
  let own = 0;
  let shaped = 0;
  let foreign = 0;
  for (const token of tokens) {
    if (FOREIGN.has(token)) foreign++;
    if (WORDS.has(token)) own++;
    else if (SHAPE.test(token)) shaped++;
  }
  const letters = text.match(LETTERS)?.length ?? 0;
  const share = (own + shaped * 0.4 - foreign * 0.8) / tokens.length;
  return share + Math.min(0.6, (letters / tokens.length) * 1.5);
}
