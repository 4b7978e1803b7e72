import { HELP } from '../../picture-words.ts';
import { KIND_LABEL } from './arabic-leads.ts';
import { isArabicName, isNamed } from './given-names.ts';
import { isPerson } from './who.ts';

/** Longer lines tell, they do not sign. */
const LONGEST = 90;
/** Pieces of a line that say one thing each. */
const PIECES = /\s*[|•·;\n»]\s*|\s+[–—-]\s+|(?<=\p{L}{3})\.\s+(?=[\p{Lu}\p{Script=Arabic}])/u;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}’'.-]*/gu;

/** How words for writing, and for those who write, begin. */
const WORK =
  /^(?:report|filed|words?$|texte?s?$|texto|testo|tekst|story|wr[io]te|written|writing|author|columnist|correspond|korrespond|envoyée?s?$|enquêt|signée?s?$|signed|firm|recueill|propos$|réda|rédig|redact|redakt|récit|journalist|giornalist|periodist|autor|auteur|autrice|aufgezeichnet|notiert|bericht|scritt|escri|inviat|enviad|corrispond|verslag|entretien|interview|entrevist|intervist|billet|chroni|crónica|dossier|papier|reporta|told$|dispatch|staff$|agenc(?:y|ies|es)$|post$|posted$|collaborat)/iu;
/** The same in Arabic, with what is written into the word. */
const ARABIC_WORK =
  /^(?:و|ال)*(?:مراسل|مبعوث|موفد|مندوب|كاتب|محرر|مكتب|أعد|اعد|إعداد|اعداد|كتب|تقرير|تحقيق|حوار|حاور|إنجاز|متابعة|تغطية|تحرير|بقلم|قلم|رصد|نقل|رو?ي?بورتاج|استطلاع)(?:ت?نا|ته|ته?ا|ها|ه|ت|ة|ية)?$/u;
/** Who helps, takes pictures or puts into another language does not sign. */
const HELPS = new RegExp(
  `^(?:addition|edit|photo|pictur|bild|foto|illustr|trans|tradu|contribut|assist|produ|mont|with$|avec$|mit$)|^(?:${HELP})$|^(?:و|ال)*(?:صور|تصوير|ترجم|مصدر)`,
  'iu',
);
/** Between the name and the work: articles, and words that say for whom and where to. */
const SMALL =
  /^(?:d|l|an?|the|our|my|by|par|por|von|vom|door|di|de|du|des|da|do|dei|del|della|une?|le|la|les|il|lo|el|los|ein(?:e|er|em)?|unser\p{L}*|notre|nos|nuestr[oa]s?|nostr[oa]|onze|to|as|and|et|und|y|e|en|with|for|pour|für|para|special|spéciale?|senior|chief|local|own|all|tous|this|cet|cette|is|est|ist|es|è)$/iu;
/** «d’Anne», of the same length without the mark. */
const ELIDED = /(?<!\p{L})([dl])['’](?=\p{Lu})/giu;
/** Who was told wrote it down, and is no place. */
const TOLD = /\btold to\b/iu;
/** What stands before the name of a place. */
const PLACED =
  /^(?:in|at|from|near|to|à|a|au|aux|en|depuis|aus|bei|te|uit|desde|dal?|em|in|nach)$/iu;
/** A name right behind one of these is a body's or a thing's. */
const ARTICLE = /^(?:the|le|la|les|un|une|il|lo|el|los|das|der|die|dem|an?)$/iu;
/** What leads to a name. */
const LEADS = /^(?:by|par|por|von|vom|door|di|and|et|und|y|e)$/iu;
const PARTICLE = /^(?:de|del|della|da|di|du|van|von|der|den|le|la|el|al|ben|bin|bint|ibn|y)$/iu;
/** Words of the rest that are none of these: a beat, a kind of text. */
const MOST_UNKNOWN = 2;
/** What begins with whose it is may go on. */
const OURS = /^(?:our|notre|nos|unser\p{L}*|nuestr\p{L}*|onze)\s/iu;
const MOST_BEHIND_OURS = 4;
/** «… and text», «… & words» behind a word for pictures. */
const JOINED_WORK =
  /^\s*(?:and|et|und|y|e|en|&|\+|\/)\s*(?:text|texte|texto|testo|tekst|words|story|report|reportage|récit)/iu;
const SHORTEST_NAME = 2;
const LONGEST_NAME = 4;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);
const isHelper = ({ text }: Word): boolean => HELPS.test(text);
const isWork = ({ text }: Word): boolean => WORK.test(text);
const isBlank = (piece: string, from: Word, to: Word): boolean =>
  /^\s*$/.test(piece.slice(from.to, to.from));

const isComma = (piece: string, from: Word, to: Word): boolean =>
  /^\s*,\s*$/u.test(piece.slice(from.to, to.from));

/** Whether the word before a name is what the named did or is: «reporter …», «signed …», «Text: …». */
const isRole = (before: Word, piece: string, word: Word): boolean =>
  isWork(before) ||
  before.text === 'this' ||
  isHelper(before) ||
  /[:：&]\s*$/u.test(piece.slice(before.to, word.from));

/** Kinds of pieces, which are sections too: «Dossier : …», «Special Report: …». */
const KIND =
  /^(?:report|dossier|récit|entretien|interview|billet|chroni|crónica|papier|reporta|story|stories|enquêt|entrevist|intervist|bericht|dispatch)/iu;
/** Whether a mark parts a word for the kind of piece from what follows: more often than not a headline. */
const isUnderKind = (before: Word, piece: string, word: Word): boolean =>
  /[:：/|–—-]\s*$/u.test(piece.slice(before.to, word.from)) &&
  piece
    .slice(0, before.to)
    .split(/\s+/u)
    .some((it) => KIND.test(it));

/** Where the name that begins at a word ends: capitals and particles with nothing but blanks between. */
function nameEnd(piece: string, words: readonly Word[], at: number): number {
  let end = at;
  let next = at;
  while (next < words.length && next - at < LONGEST_NAME) {
    const word = words[next] as Word;
    const joins = next === at || isBlank(piece, words[next - 1] as Word, word);
    if (!joins || (next > at && isWork(word))) break;
    if (isCapital(word)) end = next + 1;
    else if (!PARTICLE.test(word.text)) break;
    next++;
  }
  return end;
}

/** The people of a piece that says in so many words that they wrote; none where too much else is said. */
function peopleIn(piece: string): string[] {
  const words = [...piece.replace(TOLD, 'told by').replace(ELIDED, '$1 ').matchAll(WORD)].map(
    ({ 0: text, index }): Word => ({ text, from: index, to: index + text.length }),
  );
  const names: string[] = [];
  let works = 0;
  let unknown = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const before = words[at - 1];
    // What is said of the named behind a comma is said beside it.
    if (names.length > 0 && works > 0 && before !== undefined && isComma(piece, before, word)) {
      const more = nameEnd(piece, words, at) - at;
      if (more < SHORTEST_NAME) break;
    }
    const end = isWork(word) || SMALL.test(word.text) ? at : nameEnd(piece, words, at);
    if (end - at >= SHORTEST_NAME || (end > at && before && PLACED.test(before.text))) {
      const isPlace = before !== undefined && PLACED.test(before.text);
      const isThing = before !== undefined && ARTICLE.test(before.text);
      const name = piece.slice(word.from, (words[end - 1] as Word).to);
      const isSection = before !== undefined && isUnderKind(before, piece, word);
      const isLed =
        !isSection &&
        (before === undefined || LEADS.test(before.text) || isRole(before, piece, word));
      const isBehindPlace = before !== undefined && works > 0 && isComma(piece, before, word);
      const isSure = isNamed(name) || ((isLed || isBehindPlace) && name !== name.toUpperCase());
      if (!isPlace && !isThing && isSure && isPerson(name)) names.push(name);
      else if (!isPlace) unknown++;
      at = end;
      continue;
    }
    // «Text and pictures», «pictures & text» is by who wrote; what helps alone is not.
    if (isHelper(word) && works === 0 && !JOINED_WORK.test(piece.slice(word.to))) return [];
    if (isWork(word)) works++;
    else if (!SMALL.test(word.text) && !PLACED.test(word.text) && !isHelper(word)) unknown++;
    at++;
  }
  // «Jane Doe reports from Leeds» signs, «Jane Doe reports record sales» tells; «our reporter Jane Doe …» signs.
  const [name] = names;
  // What opens a line is a name beside a word in small letters, for «Storm Report» is none.
  if (
    name !== undefined &&
    piece.startsWith(name) &&
    !words.some((w) => isWork(w) && !isCapital(w))
  )
    return [];
  const opens =
    name !== undefined && piece.startsWith(name) && /^\s\p{Ll}/u.test(piece.slice(name.length));
  const most = opens ? 0 : OURS.test(piece) ? MOST_BEHIND_OURS : MOST_UNKNOWN;
  return works > 0 && unknown <= most ? names : [];
}

/** The same for Arabic, which has no capitals: a word for the work, then the name to the end of the piece. */
function arabicPerson(piece: string): string {
  const label = /^([^:：]{3,40})[:：]\s*(\S.*)$/u.exec(piece);
  const words = (label?.[1] ?? piece).trim().split(/\s+/u);
  const helps = words.findIndex((word) => HELPS.test(word));
  const isOnlyHelp = helps >= 0 && !words.slice(0, helps).some((word) => ARABIC_WORK.test(word));
  if (isOnlyHelp || TRANSLATED.test(piece)) return '';
  if (label && words.some((word) => ARABIC_WORK.test(word))) {
    const name = nameOf(label[2] ?? '');
    return KIND_LABEL.test(piece) && !isArabicName(name) ? '' : name;
  }
  if (label) return arabicPerson(label[2] ?? '');
  // Words for the work, then who did it: a given name, for a sentence may begin so too.
  const from = words.findIndex((word) => !ARABIC_WORK.test(word) && !ARABIC_SMALL.test(word));
  const rest = from > 0 ? words.slice(from).join(' ') : '';
  const isWritten = words.slice(0, Math.max(0, from)).some((word) => ARABIC_WORK.test(word));
  const [where = '', who = ''] = piece.split(/\s*[،,]\s*/u);
  if (/\s/u.test(who) && where.split(/\s+/u).some((word) => ARABIC_WORK.test(word)))
    return isNamed(who) ? nameOf(who) : '';
  if (isWritten && rest !== '' && words.length <= from + LONGEST_NAME && isNamed(rest))
    return nameOf(rest);
  // «مراسلنا» says whose: a bare word for a report may be the first of a sentence.
  const isOurs = /نا$/u.test(words[0] ?? '') && ARABIC_WORK.test(words[0] ?? '');
  return isOurs ? nameOf(words.slice(1).join(' ')) : '';
}

/** For which paper. */
const PAPER = /^(?:صحيفة|جريدة|موقع|مجلة|يومية)(?!\p{L})/u;
/** What is written, and for whom, between a word for the work and the name. */
const ARABIC_SMALL =
  /^(?:من|في|و|ال(?:خاص|خبر|مقال|تقرير|نص|حوار|موضوع|مادة|جريدة|صحيفة|موقع|خاصة?)|لل(?:نشر|موقع|جريدة|صحيفة))$/u;
/** Who put it into Arabic did not write it. */
const TRANSLATED = /إلى (?:اللغة )?(?:ال)?عربية|عن (?:الفرنسية|الإنجليزية)/u;
const HONORIFIC = /^(?:[دذأم]\s*[./]\s*|(?:ال)?(?:دكتورة?|أستاذة?)\s+)/u;

function nameOf(text: string): string {
  const name =
    text
      .replace(HONORIFIC, '')
      .split(/\s*[،,/(]\s*|\s+(?=من\s|في\s|ب(?!ن|و|ل)\p{L}{4}|بال\p{L}{3})/u)[0]
      ?.trim() ?? '';
  const count = name.split(/\s+/u).length;
  return count >= SHORTEST_NAME && count <= LONGEST_NAME && (isNamed(name) || isPerson(name))
    ? name
    : '';
}

/** «Jane Doe is a retired pilot …» behind a word for the piece. */
const WHO_IS =
  /^(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2}),? (?:is|est|ist|es|è) (?:an?|une?|the|le|la|ein|eine|un|una) /u;

/** Whether a piece is nothing but a word for writing and what goes with it. */
function tellsWork(piece: string): boolean {
  const words = piece.match(WORD) ?? [];
  const isOf = (word: string): boolean => WORK.test(word) || HELPS.test(word) || SMALL.test(word);
  return words.length > 0 && WORK.test(words[0] as string) && words.every(isOf);
}

const tellsArabic = (piece: string): boolean =>
  piece.split(/[\s:：]+/u).some((word) => ARABIC_WORK.test(word)) && !HELPS.test(piece);

/**
 * Who signs in a line that names them beside a word for the work, whatever stands first: «Filed by our harbour
 * reporter Jane Doe», «Une enquête signée …», «… – مراسلنا …». The form is what counts: a name, a word for writing, and
 * little else.
 */
export function signersByWork(line: string): string[] {
  if (line.length > LONGEST || /[?!؟…]/u.test(line)) return [];
  const isArabic = /\p{Script=Arabic}/u.test(line);
  const pieces = line.split(PIECES);
  for (const [at, piece] of pieces.entries()) {
    const found = isArabic ? [arabicPerson(piece)].filter(Boolean) : peopleIn(piece);
    if (found.length > 0) return found;
    // «Report and pictures – Jane Doe»: the work in one piece, who did it in the next.
    const next = pieces[at + 1]?.trim() ?? '';
    if (isArabic && PAPER.test(next) && isNamed(piece.trim())) return [piece.trim()];
    const who = WHO_IS.exec(next)?.[1];
    if (who !== undefined && isNamed(who) && tellsWork(piece)) return [who];
    if (isArabic ? isNamed(next) && tellsArabic(piece) : isPerson(next) && tellsWork(piece))
      return [next];
  }
  return [];
}
