import { HELP } from '../../picture-words.ts';
import { isArabicName, isNamed } from './given-names.ts';
import { isAgency, isInitials, isPerson } from './who.ts';

export const ARABIC = /\p{Script=Arabic}/u;
/** Who took, drew, translated or is quoted did not write. */
export const CREDIT = new RegExp(
  `^(?:${HELP}|source|quelle|fuente|fonte|المصدر|مصدر)(?!\\p{L})`,
  'iu',
);
/** «…, à Rabat», «…, in Leeds», «…, Santander»: where who signs was. */
export const IN_PLACE =
  /,\s+(?:(?:à|au|en|in|at|a|aus|te|em|da)\s+)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2}$/u;
/** An Arabic byline: the place, a colon, the name. */
const PLACED =
  /^(?:من )?\p{Script=Arabic}{3,14}\s*[:：/]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;

/** The same with a place or a house of two or three words: only before a given name. */
const HOUSED =
  /^(?:\p{Script=Arabic}{2,14} ){1,2}\p{Script=Arabic}{2,14}\s*[:：]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;

/** The same with a dash, which stands between other things too: only before what begins as a name does. */
const PLACE_DASH =
  /^\p{Script=Arabic}{3,14}(?: \p{Script=Arabic}{3,14}){0,2}\s[–—-]\s(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;
/** An Arabic label of some words that tells of writing, or of who was sent. */
const ARABIC_LABEL =
  /^(?=[^:：]*(?:(?<!\p{L})نص(?!\p{L})|مراسل|مبعوث|موفد|مندوب|أعد|اعد|كتب|إمضاء|امضاء|توقيع|إنجاز|إعداد|اعداد|بقلم|قلم))[\p{Script=Arabic}\s]{2,40}[:：]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;
/** The same with a word for the piece, which stands before headlines too. */
const ARABIC_KIND =
  /^(?=[^:：]*(?:تقرير|تحقيق|حوار|متابعة|تغطية))[\p{Script=Arabic}\s]{2,40}[:：]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;
/** «هند الزموري - الرباط»: a name, and where. */
const NAME_DASH =
  /^(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,30}?)\s[–—-]\s\p{Script=Arabic}{3,14}(?: \p{Script=Arabic}{3,14})?$/u;
/** Where who signs was, behind a dash: «… - الرباط». */
const AT_PLACE = /\s[–—-]\s\p{Script=Arabic}{3,14}(?: \p{Script=Arabic}{3,14})?$/u;
/** «الصدى/ و م ع»: a house and the agency whose text it is. */
const HOUSE_STROKE = /^[^/]{2,30}?\s?\/\s?([^/]{2,24})$/u;
/** «M. Doe / Leeds»: first letters and a name, and a place of one word. */
const INITIALED_PLACE =
  /^((?:\p{Lu}\.[ -]?){1,2}\p{Lu}[\p{L}’'-]+)\s*[/|–—-]\s*\p{Lu}[\p{L}’'-]+$/u;
/** «هند الزموري/ متدربة»: the same, or what one is, behind a stroke. */
const NAME_STROKE =
  /^(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,30}?)\s*\/\s*\p{Script=Arabic}{3,14}(?: \p{Script=Arabic}{3,14})?$/u;
/** «هند الزموري: من الرباط». */
const NAME_FROM =
  /^(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,30}?)\s*[:،–—-]\s*(?:من|في) \p{Script=Arabic}{3,14}$/u;
/** «هند الزموري (جدة) @hind_z»: where, and the account. */
const NAME_PLACED =
  /^(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,30}?)\s*[([]\p{Script=Arabic}[\p{Script=Arabic}\s]{2,20}[)\]](?:\s*@\w{2,30})?$/u;
/** «dpa/jb»: an agency, and who cut its text. */
const CUT_BY = /^(\p{L}{2,8})\/\p{Ll}{2,4}$/u;
/** «ع/ محمد الهادي»: one letter that stands for a word, then the name. */
const LETTER_STROKE =
  /^\p{Script=Arabic}\s*[/.]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;
/** A pen before a name. */
const PEN = /^(?:✍|🖊|🖋|📝|👤|✎|✏)\uFE0F?\s*/u;
/** «Reportage Anne Dupont»: the kind of text before a given name, without a word between. */
const KIND_NAME =
  /^(?:reportage|enquête|récit|entretien|interview|analyse|décryptage|tribune|dossier|portrait|chronique|billet|synthèse|report|reportaje|entrevista|crónica|reportagem|servizio|intervista|bericht)\s+(\p{Lu}.{3,40})$/iu;
/** «Una información de Ana Díaz». */
const A_KIND_OF =
  /^(?:une?|una?|uma|ein|eine|an?)\s(?:información|informe|nota|pieza|noticia|investigación|trabajo|relato|análisis|reportaje|crónica|article|papier|reportage|récit|enquête|dossier|bericht|beitrag|reportagem|notícia|servizio|inchiesta|report|story|feature)\s(?:de|par|por|di|von|by)\s(\p{Lu}.{3,40})$/iu;
/** «From Jane Doe in Leeds». */
const FROM_PLACE =
  /^(?:from|de|von|da|depuis)\s(\p{Lu}.{3,40}?)\s(?:in|à|en|em|aus|te)\s\p{Lu}[\p{L}’'-]+$/iu;
/** «Leeds. Jane Doe». */
const PLACE_STOP = /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?\.\s(\p{Lu}.{3,40})$/u;
/** «Jane Doe (in Leeds)», «Jane Doe (text), …», «[Jane Doe]». */
const NAME_ASIDE =
  /^(\p{Lu}[^()]{3,40}?)\s\((?:(?:à|in|en|em|aus|at|te)\s[^()]{2,30}\)$|(?:texte?|texto|testo|tekst|words)\))/iu;
const IN_BRACKETS = /^[[(]([^[\]()]{4,40})[\])]$/u;
/** «Jane Doe @janedoe». */
const WITH_ACCOUNT = /^(\p{Lu}.{3,40}?)\s@\w{2,30}$/u;
/** «Synthèse : Anne Dupont», «Reportaje: …». */
const LABELLED = /^\p{Script=Latin}{3,14}\s*[:：]\s*(\p{Lu}[^:]{3,40})$/u;
/** «Anne Dupont for The Courier». */
const FOR =
  /^(\p{Lu}[^,.:!?]{3,40}?)\s(?:for|pour|para|per|für|voor)\s(?:(?:the|le|la|el|il|die|das|den|de|o|a)\s|l['’])?\p{Lu}/u;

/** «Jane Doe, Leeds»: before a given name alone. */
const NAME_COMMA = /^(\p{Lu}[^,.:!?]{4,40}),\s\p{Lu}[\p{Ll}’'-]+$/u;

/** A form with a name in it, and what tells that it is one: a given name where the form stands for other things too. */
type Form = readonly [form: RegExp, isSure: (name: string) => boolean];

const ARABIC_FORMS: readonly Form[] = [
  [PLACED, isArabicName],
  [HOUSED, isNamed],
  [PLACE_DASH, isNamed],
  [NAME_DASH, isNamed],
  [NAME_STROKE, isNamed],
  [NAME_PLACED, isNamed],
  [NAME_FROM, isNamed],
  [ARABIC_LABEL, isPerson],
  [ARABIC_KIND, isArabicName],
  [LETTER_STROKE, isPerson],
  [IN_BRACKETS, isNamed],
  [HOUSE_STROKE, isAgency],
];
const OTHER_FORMS: readonly Form[] = [
  [KIND_NAME, isNamed],
  [A_KIND_OF, isPerson],
  [FROM_PLACE, isPerson],
  [WITH_ACCOUNT, isPerson],
  [PLACE_STOP, isNamed],
  [NAME_ASIDE, isPerson],
  [IN_BRACKETS, isNamed],
  [LABELLED, isNamed],
  [FOR, isPerson],
  [CUT_BY, isAgency],
  [NAME_COMMA, isNamed],
  [INITIALED_PLACE, (name) => name.length > 5],
  [HOUSE_STROKE, isAgency],
];

/** Who signs in a line of a fixed form that is a name and little else; '' when nobody does. */
export function nameByForm(text: string): string {
  if (CREDIT.test(text)) return '';
  if (isInitials(text)) return text;
  const isArabic = ARABIC.test(text);
  const penned = text.replace(PEN, '');
  if (penned !== text && isPerson(penned)) return penned;
  for (const [form, isSure] of isArabic ? ARABIC_FORMS : OTHER_FORMS) {
    const name = form.exec(form === KIND_NAME ? text.replace(IN_PLACE, '') : text)?.[1];
    if (name !== undefined && isSure(name)) return name;
  }
  const placed = isArabic ? text.replace(AT_PLACE, '') : text;
  return placed === text ? '' : nameByForm(placed);
}
