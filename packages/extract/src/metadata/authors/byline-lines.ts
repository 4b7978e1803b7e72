import { NODE, TAG, type Tree } from '@nashra/html';
import { isHeading } from '../../body/tag-sets.ts';
import { isOfFigure } from '../figure.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import { nodeText } from '../node-text.ts';
import type { SiteNames } from '../title/site-name.ts';
import { BY_WHOM, DEED_OR_OFFICE, DID } from './arabic-leads.ts';
import { isAtLink } from './at-link.ts';
import { besideHouses } from './beside-house.ts';
import { withoutDays } from './byline-days.ts';
import { datelineAgency } from './dateline-agency.ts';
import { isNamed } from './given-names.ts';
import { A_KIND_OF, DONE_BY } from './latin-leads.ts';
import { ARABIC } from './line-forms.ts';
import { signersInPieces } from './line-pieces.ts';
import type { NamedByline } from './named-bylines.ts';
import { MARKS, withoutTatweel } from './names.ts';
import { OTHER_BY, OTHER_LABEL } from './other-leads.ts';
import { placedAgencies, placedPeople } from './placed-signers.ts';
import { signingLines } from './signing-lines.ts';
import { soleSigner } from './sole-signer.ts';
import { isPerson } from './who.ts';

/** Characters of a text that no byline is as long as. */
const PARAGRAPH = 120;
const MAX_TITLE = 300;
/** Arabic says as much in fewer letters. */
const ARABIC_PARAGRAPH = 80;
/** What a line tells in several parts. */
const BARRED = /\s[|•·]\s/u;
const isParagraph = (text: string): boolean =>
  (text.length >= PARAGRAPH || (text.length >= ARABIC_PARAGRAPH && ARABIC.test(text))) &&
  !BARRED.test(text);

/** An Arabic letter drawn long, alone: it stands for a dash. */
const DRAWN = /\sـ+\s/gu;
/** Marks that adorn a line at either end. */
const ADORNED =
  /^(?:[\s–—•·|*~»›/-]|(?![©®])\p{So}|\uFE0F)+(?=\p{L})|(?<=[\p{L}).])[\s–—•·|*~«‹-]+$/gu;
const EDGED = /^(?:[\s–—•·|*~»›/-]|(?![©®])\p{So})|[\s–—•·|*~«‹-]$/u;

/** «… et publié le 4 août»: what a byline says of the day. */
const AND_DAY =
  /\s+(?:et|and|y|e|und|,)?\s*(?:publiée?|postée?|mise? en ligne|published|posted|publicad[oa]|pubblicato|veröffentlicht)\s(?:le|on|el|il|am|em)\s.*$/iu;

/** A line without what keeps its words from being known. */
function plainOf(line: string): string {
  const marked = line.replace(MARKS, '');
  const text = BYLINE_LINE.test(marked) ? marked.replace(AND_DAY, '') : marked;
  const even = withoutTatweel(text.includes('ـ') ? text.replace(DRAWN, ' – ') : text);
  return EDGED.test(even) ? even.replace(ADORNED, '') : even;
}

/** Longer lines sign nothing. */
const LONGEST = 100;

/** A line as it is asked who signs; what stands below a picture tells who took that, and is empty. */
function plainLineOf(tree: Tree, line: NearbyLine): NearbyLine {
  if (line.text.length > LONGEST) return line;
  const text = isOfFigure(tree, line.node) ? '' : plainOf(line.text);
  return text === line.text ? line : { ...line, text };
}

const BYLINE_LINE = new RegExp(
  String.raw`^(?:by|von|par|por|di|a cura di|door|av|af|przez|(?:diposting |ditulis |dipublikasikan )?oleh|लेखक(?=\s*[:：])|${DONE_BY}|sign[ée]e?(?=\s*[:：])|${A_KIND_OF} (?:de|par|by|from|di|por|von)|(?:autor(?:in|a|es)?|auteure?s?|authors?|autore|autrice|reporter|reporterin|redakteur(?:in)?|journaliste|giornalista|redactora?|periodista|firma|bericht)(?=\s*[:：])|text|texte|texto|words|story|testo|${BY_WHOM}|بقلم|كتبت?(?:ه|ها|ته)?|إعداد|اعداد|${DEED_OR_OFFICE}|${DID}(?=\s*[:：/|-])|${OTHER_BY}|(?:${OTHER_LABEL})(?=\s*[:：／/–—-]))\s*(?:[:：/|–-]\s*|\s)\p{L}`,
  'iu',
);

/** The same after a word for the kind of text: «Tribune. Par …», «Opinion | By …». */
const LATER =
  /(?<=^\p{L}[\p{L} ]{2,24}(?:\s?\([^()]{1,12}\))?)\s*[.:|–—·-]\s+(?:[Bb]y|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Dd]oor|بقلم|إعداد|[Cc]orrespondance(?: \p{Ll}+)? de)\s*:?\s+[\p{Lu}\p{Lo}]/u;
/** Between a byline and what else its line says: «4 min – By Jane Doe». */
const PARTED = /\s[|–—·•-]\s/u;
const BARS = /^[\s|]+|[\s|]+$/g;
/** A quick look for the words of it. */
const LEADS = /\s(?:by|par|von|por|di|door|بقلم|إعداد|correspondance)[\s:]/i;
/** And after a day: «Posted on 14 October 2025 by …». */
const DATED =
  /^\P{L}*(?:posted|published|written|updated|publié|écrit|mis en ligne|geplaatst|gepubliceerd|veröffentlicht|publicado|pubblicato)\s[^.!?]{0,30}\d[^.!?]{0,16}\s(?:by|par|von|por|di|door)\s+\p{L}/iu;

/** A name with a star, which tells below the text who that is. */
const STARRED = /^[^\p{L}]*(\p{L}[^*()\d]{4,40}?)\s*(?:\*{1,3}|\(\s*\*{1,3}\s*\))$/u;
const STARRED_LINES = 6;

/** Elements between a line and the box beside the text it stands in. */
const ASIDE_STEPS = 6;

/** Whether a line stands in a box beside the text: below the text that is other pieces'. */
function isInAside(tree: Tree, node: number): boolean {
  let up = tree.parent[node] as number;
  for (let step = 0; step < ASIDE_STEPS && up > 0; step++) {
    if (tree.tag[up] === TAG.aside) return true;
    up = tree.parent[up] as number;
  }
  return false;
}

/** Whether a line stands right under a heading: that of another piece. */
function isUnderOther(tree: Tree, node: number): boolean {
  const holder = tree.parent[node] as number;
  const above = tree.parent[holder] as number;
  let before = -1;
  for (let at = above + 1; at < holder; at = tree.end[at] as number)
    if (tree.kind[at] === NODE.element) before = at;
  return before > 0 && isHeading[tree.tag[before] as number] === 1;
}

/** Nodes between a portrait and the name beside it. */
const PORTRAIT = 6;

/** Whether a picture that bears the line's name stands right before it. */
function isBesidePortrait(tree: Tree, { node, text }: NearbyLine): boolean {
  for (let at = node - 1; at > Math.max(0, node - PORTRAIT); at--)
    if (tree.tag[at] === TAG.img)
      return isNamed(text) && (tree.attr(at, 'alt') ?? '').trim() === text;
  return false;
}

/** Where lines that sign are looked for. */
export interface LinesSearched {
  readonly tree: Tree;
  readonly headline: number;
  readonly lines: () => readonly NearbyLine[];
  readonly site: SiteNames;
  /** Boxes about other pages and the page's frame. */
  readonly asides: ReadonlySet<number>;
  /** Whether JSON-LD names whoever wrote. */
  readonly isDeclared: boolean;
}

/** Lines around the headline that say who wrote, by their words first and then by their form; elements far from it in between. */
export function* bylineLines(
  { tree, headline, lines, site, asides, isDeclared }: LinesSearched,
  named: readonly NamedByline[],
): Generator<string> {
  const plain = lines().map((line) => plainLineOf(tree, line));
  const below = plain.filter(({ distance }) => distance > 0);
  // A paragraph between them is no line: behind it others' names stand too.
  const begun = below.findIndex(
    ({ text, distance }, at) => distance !== at + 1 || isParagraph(text),
  );
  const far = new Set(begun < 0 ? [] : below.slice(begun));
  const says = ({ text }: NearbyLine): boolean =>
    text.length < 80 && (BYLINE_LINE.test(text) || DATED.test(text));
  for (const line of plain) if (!far.has(line) && says(line)) yield line.text;
  for (const line of plain) {
    const mayLead = line.text.length < 80 && !far.has(line) && LEADS.test(line.text);
    const led = mayLead ? LATER.exec(line.text) : null;
    if (led) yield line.text.slice(led.index + 1);
  }
  for (const line of plain) {
    const isLong = line.text.length >= LONGEST;
    if (far.has(line) || (isLong && !BARRED.test(line.text))) continue;
    // «12 mars 2026 à 14h30 Par Jane Doe»: a day parts as a bar does.
    const parts = withoutDays(line.text)
      .split(PARTED)
      .slice(isLong ? 0 : 1);
    for (const part of parts.map((it) => it.replace(BARS, '')))
      if (BYLINE_LINE.test(part)) yield part;
  }
  for (const { text, distance } of lines()) {
    const starred = distance > 0 && distance <= STARRED_LINES ? STARRED.exec(text)?.[1] : undefined;
    if (starred !== undefined && isPerson(starred)) yield starred;
  }
  // Whom the headline tells of does not sign by the form of a line alone.
  const title = headline < 0 ? '' : nodeText(tree, headline, MAX_TITLE);
  for (const line of signingLines(plain))
    if (!(line.includes(' ') && title.includes(line))) yield line;
  for (const name of signersInPieces(
    tree,
    plain.filter((line) => !far.has(line)),
    site,
  ))
    if (!title.includes(name)) yield name;
  for (const line of below) if (!far.has(line) && isBesidePortrait(tree, line)) yield line.text;
  yield* placedPeople(below);
  if (!isDeclared) yield* placedAgencies(below);
  yield* besideHouses(below, site);
  yield datelineAgency(tree, headline);
  for (const { text, isClose } of named) if (!isClose) yield text;
  for (const line of far)
    if (
      says(line) &&
      !isUnderOther(tree, line.node) &&
      !isAtLink(tree, line.node) &&
      !isInAside(tree, line.node)
    )
      yield line.text;
  if (!isDeclared) yield soleSigner(tree, headline, asides);
}
