import { cutText } from '@nashra/text';
import { HELP } from '../../picture-words.ts';
import { plainLine } from '../title/title-text.ts';
import { BY_WHOM, DEED_OR_OFFICE, DID, KIND_LABEL } from './arabic-leads.ts';
import { withoutDays } from './byline-days.ts';
import { isCredential } from './credentials.ts';
import { GIVEN_NAMES } from './given-name-list.ts';
import { isArabicName, isNamed } from './given-names.ts';
import { A_KIND_OF, DONE_BY } from './latin-leads.ts';
import { OTHER_BY, OTHER_LABEL } from './other-leads.ts';
import { DESK, isAgency, isOffice, isPerson, ROLE, TECHNICAL } from './who.ts';

/** Words that stand before a name in a byline, in the languages of the press. */
const LEAD_IN = new RegExp(
  String.raw`^(?:(?:(?:voir |lire )?(?:tous )?les articles (?:de|par)|(?:view |see )?all (?:posts|articles|stories) (?:by|from)|(?:عرض )?(?:كل|جميع) (?:مقالات|مواضيع|منشورات)(?: (?:الكاتبة?|الصحفية?))?)|${A_KIND_OF}\s+(?:de|par|by|from|di|por|von)|${DONE_BY}|${DEED_OR_OFFICE}|(?:(?:written|posted|submitted|published|reported|story|report|article|dossier|words|story|text|post|reporting|r[ée]alis[ée]e?s?|veröffentlicht|geschrieben|verfasst|erstellt|artikel|beitrag|bericht|pressemitteilung|publiée?|[ée]crite?|r[ée]dig[ée]e?|article|propos recueillis|escrit[oa]|enviad[oa]|soumise?|publicad[oa]|postado|eingestellt|inviato|gepost|gepubliceerd|upplagd|indsendt|lagt ut|scritt[oa]|pubblicat[oa])\s+){0,2}(?:a cura (?:di|del(?:la|l’)?)|by|sign[ée]e?(?=\s*[:：])|von|vom|par|por|di|da(?=\s\p{Lu})|door|av|af|przez|napsal|text|tekst|texte|texto|testo|(?:diposting |ditulis |dipublikasikan )?oleh|लेखक|द्वारा|autor(?:in|en|es|a|as)?|auteure?s?|authors?|autrice|autore|journalist(?:in|e|en)?|reporter|redakteur(?:in)?|words|story|${OTHER_BY}|${OTHER_LABEL}|${BY_WHOM}|${DID}|بقلم|إعداد|اعداد|من|責任編輯|责编|编辑)(?=[\s:：/]|[-–]\s|$))[\s:：/|–-]*`,
  'iu',
);

/** The same written into the name: «ByJane Doe». */
const GLUED = /^(?:[Bb]y|BY|[Pp]ar|PAR|[Vv]on|VON|[Pp]or|POR)(?=\p{Lu}\p{Ll})/u;

/** A date and a lead-in before the name: «5 June, 14:46 by …». */
const DATED_LEAD =
  /^[^\d]{0,30}\d.*?\s(?:by|von|par|por|di|door|av|af|przez|بقلم)\s+(?=[\p{Lu}\p{Lo}])/u;

/** Over the life of who wrote: «عن نورة بلحاج». */
const ABOUT = /^(?:عن|about|à propos de|über|sobre)\s+(?=\p{L})/iu;

/** A name that is drawn twice, once for those who hear the page. */
const TWICE = /^(\p{Lu}.{4,40}?) ?\1$/u;

/** For whom somebody wrote. */
const BEHALF =
  /\s(?:on behalf of|au nom d[eu]s?|im namen|en nombre de|per conto d\p{L}+|نيابة عن)\s.*$/iu;

/** What stands before a name and is none of it: «le Dr», «Councillor», «د.», «الأستاذة»; «Dr.» alone is often signed with. */
const HONORIFIC =
  /^(?:(?:(?:le|la|the)\s(?:dr|pr|prof(?:esseure?|essor|\.)?)|maître|councillor|cllr)\.?\s+(?=\p{Lu})|[دذأم]\s*[./]\s*(?=\p{Script=Arabic}{2})|(?:ال)?(?:دكتورة?|أستاذة?|مهندسة?)\s+(?=\p{Script=Arabic})|(?:ال)(?:صحفية?|صحافية?|كاتبة?|زميلة?|باحثة?|إعلامية?)\s+(?=\p{Script=Arabic}))/iu;

/** Separators between the people of one byline. */
const LIST = new RegExp(
  `\\s*(?:[;|•·\\n]|(?<=\\p{Script=Arabic}{2})[–—/-]\\s(?=\\p{Script=Arabic})|\\.\\s+(?=(?:${HELP})(?!\\p{L}))|\\s[–—/ـ-]\\s|،|、|，)\\s*|\\s*,\\s+`,
  'iu',
);
const AND = /\s+(?:and|und|et|y|e|og|och|en|i|ja|ve|и|та|&|و|\+)\s+/iu;

/** «…, and Jane Doe»: what joins the last of a list. */
const JOINED = /^(?:and|und|et|y|e|og|och|en|i|ja|ve)\s+(?=\p{Lu}[\p{L}’'-]*\s\p{Lu})/u;

/** «and» written into the second name. */
const ATTACHED = /\s+و(?=\p{Script=Arabic}{3})/u;

/** What joins a person to the agency that helped. */
const WITH = /\s+(?:with|avec|mit|con|com)\s+/iu;

/** What begins with an article is a house: «Le Phare avec AFP». */
const HOUSE = /^(?:the|le|la|les|l['’]|el|il|die|das|de) ?(?=\p{Lu})/iu;

/** «With AFP»: the agency that helped, alone. */
const HELPED = /^(?:with|avec|mit|con|com)\s+(.{2,40})$/iu;

/** A name before a stop that ends no initial, and the place behind it. */
const STOPPED = /^(\p{Lu}[^.]*\p{L}{3})\.(?:\s+\p{Lu}[\p{L}’'-]+)?$/u;

/** «Source: AFP», «Bron: ANP». */
const SOURCED = /^\p{L}{3,12}\s*[:：]\s*(.{2,40})$/u;

/** «الجزائر: رشيدة …», «بوابة الضفة: سالم …»: where somebody was or for whom, before a name; what was filmed or drawn is no place. */
const PLACE_FIRST = new RegExp(
  `^(?!(?:${HELP}|رسم)\\s*[:：])\\p{Script=Arabic}{3,12}(?:\\s\\p{Script=Arabic}{2,12}){0,2}\\s*[:：]\\s*(.{4,40})$`,
  'u',
);

/** «Jane Doe/SP-X»: the house whose text it is, behind a name. */
const OF_HOUSE = /^(\p{Lu}[^/]{4,40})\/\p{Lu}[\p{Lu}-]{1,5}$/u;

/** «Our special correspondent» before a name. */
const OFFICE_BEFORE =
  /^(?:(?:[Dd]e|[Ff]rom|[Pp]ar|[Bb]y|[Vv][ao]n|[Dd]a?i?|[Dd]al(?:la)?)\s+)?(?:[Nn]otre|[Nn]os|[Oo]ur|[Uu]nser\p{Ll}*|[Nn]uestr[oa]|[Oo]nze|(?:[Ii]l|[Ll]a) nostr[oa])(?:\s+(?:\p{Ll}[\p{L}-]*|(?:Reporter|Redakteur|Mitarbeiter|Korrespondent|Autor|Volontär|Praktikant|Sonderbericht)\p{Ll}*)){1,3}\s+(?=\p{Lu})/u;

/** The same in capitals. */
const OFFICE_IN_CAPITALS =
  /^(?:(?:DE|FROM|PAR|BY|V[AO]N|DAL?) )?(?:NOTRE|NOS|OUR|UNSER\p{Lu}*|NUESTR[OA]S?|ONZE)\s(?:[\p{Lu}-]+\s){0,1}\p{Lu}*(?:REPORT|REDA[CK]T|RÉDACT|[CK]ORRESPOND|ENVOY|JOURNALIST|MITARBEITER|AUTOR|ENVIAD|PERIODIST)\p{Lu}*\s+/u;

/** «à Oran», «pour Le Courrier»: where who signs was, and for whom. */
const PLACE_OR_PAPER = /^(?:à|au|aux|en|in|at|aus|em|pour|for|für|para|per|voor|depuis)\s\p{Lu}/u;

/** Where who was sent is: «… à Rabat», «… in Leeds». */
const PLACED = /\s(?:à|au|aux|en|in|at|aus|te|em)\s+$/u;

/** Words for a correspondent without a name: «our correspondent in …». */
const NAMELESS =
  /^(?:notre|nos|our|onze|unser(?:e[mnr]?)?|nuestr[oa]|il nostro|la nostra|(?:de|from|par|by|v[ao]n|dal?) (?:notre|nos|our|onze|unser\p{L}*|nostr\p{L}*))\s|^(?:مراسل(?:نا|تنا)|موفد(?:نا|تنا)|مكتب)(?:\s|$)/iu;

/** What may follow a name in a sentence: «Written by Jane Doe in Economy on 3 May». */
const FOLLOWS =
  /^(.{2,60}?)\s+(?:(?:dans|in|of|on|am|em|at|à|pada|في|يوم|بتاريخ|منذ|الساعة|vor|il y a|hace)\s|(?:le|el|il|den)\s+(?:\p{L}+\s+)?\d|(?:le|el|il)\s+(?:lun|mar|mi[eé]|mer|jue|jeu|vie|ven|s[áa][bm]|dom|dim|gio)\p{L}*\.?$|(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)(?!\p{L})|(?:yesterday|today|hier|aujourd.hui|gestern|heute|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|أمس|اليوم)(?!\p{L})|(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\p{L})|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+\d|\d{1,2}\s+\p{L}{3,12}\s+\d{4}|(?:last |dernière )?(?:published|posted|updated|publiée?|mise? (?:à jour|en ligne)|modifiée?|نشرت?|آخر تحديث|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato)(?!\p{L}))/iu;

const FILED = /^\S+\s(?:in|dans|في)\s/iu;

/** Behind a name, who took the pictures: «Jane Doe Pictures Lee Bates». */
const PICTURED =
  /(?<=\p{L}{2})\s+(?<!(?<!\p{L})(?:and|et|und|y|e)\s+|[&,]\s+)(?:photos?|pictures?|pics|images?|illustrations?|vid[eé]os?|fotos?)\s*(?:by\s+|par\s+)?(?=\p{Lu}\p{L}+\s\p{Lu}).*$/iu;

/** «jane@paper.example (Jane Doe)», as feeds write it. */
const MAILED = /^\s*\S+@\S+\.\S+\s*\(([^()@]{3,60})\)\s*$/;

/** The same behind a colon or a stroke, up to what is told of others; «text and photos:» is told of who wrote. */
const HELPED_BY = new RegExp(
  `(?:^|\\s+(?<!(?<!\\p{L})(?:and|et|und|y|e|og|en|i|и|ve)\\s+|[&,+/]\\s+)(?:[-–—|]\\s)?(?!و))(?:${HELP})\\s*[:：/][^;|•·\\n]*`,
  'iu',
);

const CREDITED = new RegExp(`^\\s*(?:${HELP})\\s*(?:by|par|von|de|di|:)\\s+\\p{L}`, 'iu');

/** A title and a stroke before a name: «الأستاذ / …», «د/ …». */
const STROKE =
  /(?<!\p{L})(?:(?:ال)?(?:دكتورة?|أستاذة?|مهندسة?|صحفية?|صحافية?|كاتبة?)|[دذأم])\s*\/\s*/gu;

/** Bidi marks steer the reading of a line, and joiners at the edge of a word join nothing; in a byline they keep lead-ins from being known. */
export const MARKS =
  /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\u200c\u200d](?:(?<!\p{L}[\u200c\u200d])|(?!\p{L}))/gu;

/** Letters are drawn long to fill a line: «بقـلم». */
const TATWEEL = /(?<=\p{L})ـ+(?=\p{L})/gu;

/** «한나루 기자»: the office behind a name. */
const KOREAN_OFFICE =
  /(?<!\S)(\p{Script=Hangul}{2,4})\s?(?:선임|수습|인턴|객원|전문)?(?:기자|특파원|논설위원|편집위원)(?!\p{L})/gu;

/** A line whose letters are not drawn long. */
export const withoutTatweel = (line: string): string =>
  line.includes('ـ') ? line.replace(TATWEEL, '') : line;

/** What is longer names nobody; the patterns here take their time with long lines. */
const MAX_LINE = 500;

/** Splits a byline into clean names; drops lead-ins, addresses, offices and accounts. */
export function namesIn(raw: string): string[] {
  const names: string[] = [];
  const written = plainLine(withoutTatweel(cutText(raw, MAX_LINE).replace(MARKS, '')));
  const named = written.includes('@') ? written.replace(MAILED, '$1') : written;
  const line = withoutDays(named)
    .replace(PICTURED, '')
    .replace(HELPED_BY, '')
    .replace(STROKE, ' ')
    .replace(/\s*[([{][^()[\]{}]{0,80}[)\]}]\s*/g, ' ')
    .replace(
      /\S+@\S+\.\S+|\S+ (?:at|\[at\]|\(at\)) [a-z][\w-]*(?:\.[\w-]+)+|https?:\/\/\S+|www\.\S+/gi,
      '|',
    )
    .replace(KOREAN_OFFICE, '$1');
  for (const part of line.split(LIST)) {
    if (CREDITED.test(part)) continue;
    const [writer] = names;
    if (writer !== undefined && isPerson(writer) && isOfficeAlone(strip(part))) continue;
    // «… at the ground and Jane Doe»: what is said of one is not of the other.
    const halves = part.split(AND).map(strip);
    const isPair = halves.length > 1 && halves.every(isPerson);
    for (const name of isPair ? halves : splitPair(strip(part)))
      if (name !== '' && !names.includes(name)) names.push(name);
  }
  if (KIND_LABEL.test(written)) return names.filter((it) => isArabicName(it) || isAgency(it));
  const [first] = names;
  return first !== undefined && names.length > 1 && isPerson(first)
    ? names.filter((name, at) => at === 0 || isAgency(name) || !isCredential(name))
    : names;
}

/** Whether a part behind a person is what that one is, and names nobody: «…, Rural Affairs Correspondent». */
const isOfficeAlone = (part: string): boolean =>
  isOffice(part) && !isNamed(part.split(' ').slice(0, 2).join(' '));

/** «JANE DOE Associated Press»: a name and the agency behind it, with nothing between. */
function besideAgency(part: string): string[] {
  const words = part.split(' ');
  for (let at = Math.min(words.length - 1, LONGEST_NAME); at >= 2; at--) {
    const name = words.slice(0, at).join(' ');
    const agency = words.slice(at).join(' ');
    if (isAgency(agency) && /^\p{Lu}/u.test(agency) && isPerson(name)) return [name, agency];
  }
  return [];
}

function splitPair(part: string): string[] {
  if (isAgency(part)) {
    const both = besideAgency(part);
    if (both.length > 0) return both;
  }
  const [first = '', helper] = part.split(WITH);
  if (helper && isAgency(helper)) {
    if (DESK.test(first) || HOUSE.test(first)) return [helper];
    if (isPerson(strip(first))) return [strip(first), helper];
  }
  const attached = part.split(ATTACHED).map(strip);
  if (attached.length > 1 && attached.every(isPerson)) return attached;
  const halves = part.split(AND).map(strip);
  // «the news desk and Jane Doe»: the room does not sign beside who works in it.
  const people = halves.filter(isPerson);
  const isOfRoom = halves.every((half) => isPerson(half) || DESK.test(half));
  if (halves.length > 1 && people.length > 0 && isOfRoom) return people;
  // «Le Figaro et AFP» or «Smith & Sons» is one signature; two people have two names each.
  if (halves.length > 1 && halves.some(isAgency) && !HOUSE.test(part))
    return halves.filter((half) => isAgency(half) || isPerson(half));
  return halves.length > 1 && halves.every((half) => isPerson(half)) ? halves : [clean(part)];
}

function strip(part: string): string {
  let rest = part.trim().replace(JOINED, '').replace(DATED_LEAD, '').replace(ABOUT, '');
  for (let round = 0; round < 2; round++) rest = rest.replace(LEAD_IN, '');
  rest = rest.replace(GLUED, '').replace(BEHALF, '');
  rest = rest.replace(/^["'“”„«»\s*•–—-]+|["'“”„«»\s,:*•–—-]+$/gu, '').replace(/^@\w+$/, '');
  rest = rest
    .replace(/\s+/g, ' ')
    .trim()
    .replace(TWICE, '$1')
    .replace(/^[–—-]\s*/u, '')
    .replace(HONORIFIC, '');
  const house = OF_HOUSE.exec(rest)?.[1];
  if (house !== undefined && isPerson(house)) return house;
  const source = SOURCED.exec(rest)?.[1];
  if (source !== undefined && isAgency(source)) return source;
  const placed = PLACE_FIRST.exec(rest)?.[1];
  if (placed !== undefined && isNamed(placed)) return placed;
  if (NAMELESS.test(rest)) {
    const name = rest.replace(OFFICE_BEFORE, '').replace(OFFICE_IN_CAPITALS, '');
    if (!PLACED.test(rest.slice(0, -name.length))) return isPerson(name) ? name : '';
    // The first word may be the place, and the others who was there.
    const [, ...others] = name.split(' ');
    if (!isNamed(name) && isNamed(others.join(' '))) return others.join(' ');
    return isPerson(name) && others.length > 1 ? name : '';
  }
  // «Jane Doe.», «Jane Doe. Leeds»
  const stopped = STOPPED.exec(rest)?.[1];
  if (stopped !== undefined && isPerson(stopped)) return stopped;
  const helper = HELPED.exec(rest)?.[1];
  if (helper !== undefined && isAgency(helper)) return helper;
  const named = FOLLOWS.exec(rest)?.[1];
  if (named === undefined) return rest;
  // «Henry in Latest»: one given name, and where it is filed.
  const isFiled = FILED.test(rest) && GIVEN_NAMES.has(named.toLowerCase());
  return isPerson(named) || isAgency(named) || isFiled ? named : rest;
}

function clean(name: string): string {
  if (name.length < 2 || name.length > 80 || TECHNICAL.test(name)) return '';
  if (/^(?:https?:|www\.|\/)/i.test(name)) return '';
  const words = name.split(' ');
  if (words.length > 8 || PLACE_OR_PAPER.test(name)) return '';
  return isPerson(name) || !ROLE.test(name) || words.length < 3 ? name : beforeRole(words);
}

/** What one reports on, before the word for the office. */
const BEAT =
  /^(?:arts|business|community|council|court|crime|culture|defen[cs]e|economics?|education|energy|environment|europe|farming|features|finance|grande?|health|home affairs|legal|london|local democracy|night|night-time|north|science|south|technology|trade|transport|travel|wales|world) /iu;
const LONGEST_NAME = 4;
const OPENS_ROLE = new RegExp(`^(?:${ROLE.source})`, 'iu');

/** «Jane Doe Senior Reporter» without its office; the whole when no name stands before it. */
function beforeRole(words: readonly string[]): string {
  // An office may be of two words: «envoyée spéciale».
  const at = words.findIndex((word, index) => {
    const rest = `${word} ${words[index + 1] ?? ''}`;
    return OPENS_ROLE.test(rest) || (BEAT.test(rest) && OPENS_ROLE.test(words[index + 1] ?? ''));
  });
  for (const length of [3, 2]) {
    const head = words.slice(0, length).join(' ');
    if (at >= length && isPerson(head)) return head;
  }
  return words.join(' ');
}
