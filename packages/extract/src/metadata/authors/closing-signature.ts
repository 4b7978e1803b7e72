import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../../body/blocks.ts';
import type { PageFacts } from '../../body/page-facts.ts';
import { linkDensity } from '../../body/prose.ts';
import { isTools } from '../../body/rules/tool-words.ts';
import { isHeading } from '../../body/tag-sets.ts';
import { HELP } from '../../picture-words.ts';
import { isArabicName, isNamed } from './given-names.ts';
import { namesIn } from './names.ts';
import { isAgency, isInitials, isOffice, isPerson } from './who.ts';
import { signersByWork } from './work-line.ts';

/** Longer lines sign nothing. */
export const LONGEST = 70;
/** A paragraph beside the signature has at least so many characters. */
export const PARAGRAPH = 80;
/** Letters of a name, and of its house or office in the line below. */
const BROKEN = 50;
/** What stands before who signs at the end. */
const LED =
  /^[\s\p{P}]*(?:(?:avec|with|mit|con|com|source|sources|المصدر|المصادر|عن|par|by|por|von|بقلم|كتبت?|إعداد)\s*[:：/-]?\s+)/iu;
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const BRACKETS = /^[([{（【［]\s*([^()[\]{}（）【】［］]+?)\s*[)\]}）】］]$/u;
/** «(记者 林晓雯)»: who signs by name in Chinese and Japanese papers. */
const EAST_ASIAN =
  /^(?:\p{Script=Han}{2,4}(?:记者|記者)|记者|記者|(?:撰)?文|取材|執筆|作者)[\s:：/／・]+([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8})$/u;
const IDEOGRAPHS = /\p{Script=Han}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** A paragraph has fewer letters where each is a word, and where short vowels are not written. */
const isParagraph = ({ chars, text }: Block): boolean =>
  chars >= PARAGRAPH ||
  (chars * 3 >= PARAGRAPH && IDEOGRAPHS.test(text)) ||
  (chars * 1.4 >= PARAGRAPH && ARABIC.test(text));
/** The initials of who cut the agency's text: «dpa/lni». */
const CUT_BY = /(?<=\p{L}{2})\/\p{Ll}{2,4}$/u;
/** «Synthèse : », «إعداد وتقديم: » before a name. */
const LABEL = /^\p{L}{3,14}\s*[:：]\s*/u;
/** «Jane Doe is a staff writer at …» */
const LIFE =
  /^(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){1,2}),? (?:is|est|ist|es|è) (?:\p{Ll}[\p{L}’'-]* ){0,4}(?:writer|reporter|journalist|editor|columnist|correspondent|journaliste|correspondante?|rédact(?:eur|rice)|chroniqueu(?:r|se)|redakteur(?:in)?|periodista|giornalista)(?!\p{L})/iu;
/** «هند الزموري، أستاذة باحثة». */
const ARABIC_LIFE =
  /^[*•\s]*(\p{Script=Arabic}+(?: \p{Script=Arabic}+){1,2})\s*[،,:]\s*(?:كاتبة?|باحثة?|أستاذة?|صحفية?|صحافية?|محامية?|محام|طبيبة?|أكاديمية?|ناشطة?|إعلامية?|دكتورة?|شاعرة?|روائية?|مهندسة?|خبيرة?)(?!\p{L})/u;
/** «Jane Doe covers farming for …» */
const COVERS =
  /^(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){1,2}),? (?:(?:covers|writes|reports|edits|couvre|écrit|suit|travaille|schreibt|berichtet|cubre|escribe|trabaja|scrive|segue|lavora|cobre|escreve) |(?:is|est) (?:\p{L}+ ){1,5}(?:for|pour|at|à) )(?:\P{N}){3,60}$/u;
const CREDIT = new RegExp(`^(?:${HELP})(?!\\p{L})`, 'iu');
/** «S. B. (avec MAP)»: the agency that helped whoever signs. */
const HELPED = /^.{2,24}\((?:avec|with|mit|con|com|مع)\s+([^()]{2,24})\)$/iu;
/** A sentence ends in these: what signs is none. */
const SENTENCE = /[.!?؟…:]\s*$/u;

/** Of what is a row of links so much is in them. */
const LINKED = 0.8;

/** Letters that may stand beside a name, and beside an agency: «Reuters + agencies». */
const BESIDE_NAME = 5;
const BESIDE_AGENCY = 12;

/** A name in two or three words, written as names are: no heading, no label in capitals unless a given name opens it. */
const isSigner = (name: string): boolean =>
  isInitials(name) ||
  ((ARABIC.test(name) ? isArabicName(name) : isPerson(name)) &&
    /^\p{L}[^\s]*(?: [^\s]+){1,2}$/u.test(name) &&
    (name !== name.toUpperCase() || name === name.toLowerCase() || isNamed(name)));

/** Boxes around a text, one in the other. */
const TEXT_BOXES = 3;

/** Whether a block stands beside the one over it, or right below the element that holds the text, or alone in a box there. */
function isBelow({ parent, end }: Tree, block: Block, over: Block): boolean {
  const holder = parent[over.node] as number;
  const box = parent[block.node] as number;
  if (box === holder || box === parent[holder]) return true;
  const isAlone = (end[box] as number) <= (end[block.node] as number) + 1;
  return isAlone && parent[box] === parent[holder];
}

/** Whether a block stands alone in boxes of its own, behind those that hold the text: where a name signs that is one for certain. */
function isApart({ parent, end }: Tree, block: Block, over: Block): boolean {
  const isAlone = (node: number): boolean =>
    node > over.last && (end[node] as number) <= (end[block.node] as number) + 1;
  let alone = block.node;
  while (isAlone(parent[alone] as number)) alone = parent[alone] as number;
  let around = parent[over.node] as number;
  for (let step = 0; step < TEXT_BOXES && around > 0; step++) {
    if (parent[alone] === parent[around]) return true;
    around = parent[around] as number;
  }
  return false;
}

/** Whether a line opens a box of its own that goes on with links: their heading. */
function headsLinks({ tree, blocks }: PageFacts, index: number): boolean {
  const { node } = blocks[index] as Block;
  const next = blocks[index + 1];
  if (!next) return false;
  const holds = (box: number): boolean => next.first < (tree.end[box] as number);
  const box = holds(node) ? node : (tree.parent[node] as number);
  if (!holds(box)) return false;
  const over = blocks[index - 1] as Block;
  return over.node < box && linkDensity(next) >= LINKED;
}

const HELPERS =
  /\s*\((?:avec|with|mit|con|com|مع)\s+(?:les |des |ال)?(?:agences?|agencies|agenturen|agencias|agenzie|وكالات)\)$/iu;

/** «Jane Doe (local correspondent)» without what she is, or who helped. */
function withoutOffice(written: string): string {
  const line = written.replace(HELPERS, '');
  const office = /\s*\(([^()]{3,40})\)$|\s+[–—-]\s+([^–—-]{3,40})$/u.exec(line);
  return office && isOffice((office[1] ?? office[2]) as string)
    ? line.slice(0, office.index)
    : line;
}

/** «Jane Doe / Leeds» without where she was. */
function withoutPlace(line: string): string {
  const place =
    /\s*[/،,–—-]\s*(?:(?:à|au|en|in|at|a|aus|te|em|من|في)\s)?\p{L}[\p{L}’'-]{2,16}$/u.exec(line);
  const name = place === null ? '' : line.slice(0, place.index);
  return isNamed(name) ? name : line;
}

/** What ends a letter, over the name of who wrote it. */
const ENDS_LETTER =
  /^(?:yours(?: \p{L}+)?|(?:kind|best|warm)? ?regards|(?:bien )?cordialement|(?:avec )?(?:mes|nos) (?:sincères |meilleures )?salutations[^.]{0,30}|veuillez (?:agréer|croire)[^.]{0,80}|atentamente|(?:un )?(?:cordial )?saludos?|mit freundlichen grüßen|hochachtungsvoll|(?:و?تفضلوا|مع) [^.]{0,40}(?:التحي\p{L}*|الاحترام|التقدير|تحياتي))\P{L}*$/iu;

/** Who signs a letter: the first line of what stands below its last words. */
function letterSigner({ tree, blocks }: PageFacts, kept: Uint8Array): SignatureLine | null {
  const last = kept.lastIndexOf(1);
  for (const index of [last, last + 1]) {
    const block = blocks[index];
    const over = blocks[index - 1];
    if (!block || !over || block.chars > LONGEST || over.chars > 2 * LONGEST) continue;
    if (!ENDS_LETTER.test(over.text)) continue;
    const name = firstLine(tree, block);
    if (isSigner(name) || isNamed(name)) return { names: [name], block: index };
  }
  return null;
}

/** What a block says before its first break. */
function firstLine(tree: Tree, { first, last }: Block): string {
  let text = '';
  for (let at = first; at <= last && tree.tag[at] !== TAG.br; at++)
    if (tree.kind[at] === NODE.text) text += tree.text(at);
  return text.replace(/^[\s,–—-]+|[\s,.]+$/gu, '').replace(/\s+/gu, ' ');
}

/** A signature at either end of a text: who signs, and its block. */
export interface SignatureLine {
  readonly names: readonly string[];
  /** The line that is no part of the text; null where the text goes on in it. */
  readonly block: number | null;
}

/**
 * Reads who signs below the text, where nothing else on the page says who wrote: an agency after «with» or alone, or a
 * name that stands by itself. Null when nobody does.
 */
export function closingSignature(facts: PageFacts, kept: Uint8Array): SignatureLine | null {
  const { tree, blocks } = facts;
  const letter = letterSigner(facts, kept);
  if (letter !== null) return letter;
  const last = kept.lastIndexOf(1);
  // Words of readers may be kept behind the text: what signs stands below its last paragraph.
  let paragraph = last;
  while (paragraph > 0 && !(kept[paragraph] && isParagraph(blocks[paragraph] as Block)))
    paragraph--;
  for (const index of new Set([last + 1, last, paragraph + 1])) {
    const block = blocks[index];
    const over = blocks[index - 1] as Block | undefined;
    if (!block || !over || block.chars > LONGEST || !isParagraph(over)) continue;
    if (block.links > 0 || isHeading[tree.tag[block.node] as number]) continue;
    const isNear = isBelow(tree, block, over);
    if (!kept[index - 1] || (!isNear && !isApart(tree, block, over))) continue;
    if (headsLinks(facts, index)) continue;
    const line = withoutOffice(block.text.replace(MARKS, '').trim());
    // «مشاركة الخبر» is written as names are.
    if (CREDIT.test(line) || (isTools(line) && !isNamed(line))) continue;
    const asian = EAST_ASIAN.exec(BRACKETS.exec(line)?.[1] ?? line)?.[1];
    if (asian !== undefined) return { names: [asian], block: index };
    const helper = HELPED.exec(line)?.[1];
    if (helper !== undefined && isAgency(helper)) return { names: [helper], block: index };
    const arabic = ARABIC_LIFE.exec(line)?.[1];
    if (arabic !== undefined && isNamed(arabic)) return { names: [arabic], block: index };
    const life = LIFE.exec(line)?.[1];
    const covers = COVERS.exec(line)?.[1];
    if (covers !== undefined && isSigner(covers)) return { names: [covers], block: index };
    if (life !== undefined && isSigner(life)) return { names: [life], block: index };
    const workers = SENTENCE.test(line) && !LABEL.test(line) ? [] : signersByWork(line);
    if (workers.length > 0) return { names: workers, block: index };
    const opens = line.length > BROKEN ? '' : firstLine(tree, block);
    if (opens.length < line.length && opens.includes(' ') && isNamed(opens))
      return { names: [opens], block: index };
    const text = withoutPlace(BRACKETS.exec(line)?.[1] ?? line)
      .replace(LED, '')
      .replace(LABEL, '')
      .replace(CUT_BY, '');
    const isLast = index >= last;
    const names = namesIn(text).filter((name) => isAgency(name) || (isLast && isSigner(name)));
    if (names.length === 0 || names.length > 2) continue;
    if (SENTENCE.test(text) && !isInitials(line)) continue;
    if (!isNear && !names.every((name) => isAgency(name) || isNamed(name))) continue;
    const rest = text.length - names.reduce((sum, name) => sum + name.length, 0);
    const most = names.every(isAgency) ? BESIDE_AGENCY : names.length * BESIDE_NAME;
    if (rest <= most) return { names, block: index };
  }
  return null;
}
