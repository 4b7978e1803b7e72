import { NODE, TAG, type Tree } from '@nashra/html';
import { HINT } from '../class-vocabulary.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import { namesUnder } from '../json-ld/ld-people.ts';
import { asArray, typesOf } from '../json-ld/ld-values.ts';
import type { LdNode, LinkedData } from '../json-ld/linked-data.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import { isInline, nodeText } from '../node-text.ts';
import type { Scan, Spot } from '../scan.ts';
import type { SiteNames } from '../title/site-name.ts';
import type { AuthorSources } from './authors.ts';
import { datelineAgency } from './dateline-agency.ts';
import { isNamed } from './given-names.ts';
import { placedAgencies, placedPeople, signingLines } from './signing-lines.ts';

const META_NAMES = [
  'article:author',
  'author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'byl',
  'citation_author',
  'article.author',
  'og:article:author',
  'creator',
];

/** A byline is no longer than this; longer ones are lives. */
const MAX_BYLINE = 160;
/** Nodes between two authors of one byline. */
const NEAR = 60;
/** Nodes before and after the headline where its byline stands. */
const BEFORE = 150;
const AFTER = 1_500;
/** Bytes of a text that no byline is as long as. */
const PARAGRAPH = 120;
/** Arabic says as much in fewer letters. */
const ARABIC = /\p{Script=Arabic}/u;
const ARABIC_PARAGRAPH = 80;
const isParagraph = (text: string): boolean =>
  text.length >= PARAGRAPH || (text.length >= ARABIC_PARAGRAPH && ARABIC.test(text));

/** An Arabic letter drawn long, alone: it stands for a dash. */
const DRAWN = /\sـ+\s/gu;
/** Bidi marks keep a line's first word from being known. */
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

const BYLINE_LINE =
  /^(?:by|von|par|por|di|door|av|af|przez|(?:written|posted|published|story|reported?|reporting) by|(?:écrit|rédigé|publié|propos recueillis) par|(?:une? )?(?:reportage|enquête|récit|entretien|interview|article|texte|papier|billet|chronique|dossier|portrait|story|report|feature|analysis|servizio|articolo|artículo|reportaje) (?:de|par|by|from|di|por)|(?:autor(?:in|a|es)?|auteure?s?|authors?|autore|autrice|reporter|reporterin|redakteur(?:in)?|journaliste|giornalista|redactora?)(?=\s*[:：])|text|texte|texto|words|story|testo|بواسطة|بقلم|كتبت?(?:ه|ها|ته)?|إعداد|اعداد|(?:تقرير|تحقيق)(?=\s*[:：/|-])|автор|نویسنده)\s*(?:[:：/|-]\s*|\s)\p{L}/iu;

/** The same after a word for the kind of text: «Tribune. Par …», «Opinion | By …». */
const LATER =
  /(?<=^\p{L}[\p{L} ]{2,24})\s*[.:|–—·-]\s+(?:[Bb]y|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Dd]oor|بقلم|إعداد|[Cc]orrespondance(?: \p{Ll}+)? de)\s*:?\s+[\p{Lu}\p{Lo}]/u;
/** And after a day: «Posted on 14 October 2025 by …». */
const DATED =
  /^\P{L}*(?:posted|published|written|updated|publié|écrit|mis en ligne|geplaatst|gepubliceerd|veröffentlicht|publicado|pubblicato)\s[^.!?]{0,30}\d[^.!?]{0,16}\s(?:by|par|von|por|di|door)\s+\p{L}/iu;

/** Where on a page its authors are looked for. */
interface Searched {
  readonly tree: Tree;
  readonly scan: Scan;
  readonly data: LinkedData;
  readonly main: LdMain | null;
  readonly headline: number;
  readonly lines: () => readonly NearbyLine[];
  readonly site: SiteNames;
}

/**
 * The lines that say who wrote the article, looked for when they are asked for. A class, for getters of an object literal make a
 * hidden class of their own each time: it lies in old space from the start, and keeps the whole page until all of the heap is
 * collected.
 */
export class GatheredAuthors implements AuthorSources {
  readonly #page: Searched;
  #bylines: readonly NamedByline[] | undefined;

  constructor(page: Searched) {
    this.#page = page;
  }

  get jsonLd() {
    return declared(this.#page.data, this.#page.main);
  }

  get metas() {
    return metaAuthors(this.#page.scan);
  }

  get marked() {
    return marked(this.#page.tree, this.#page.scan, this.#page.headline);
  }

  get bylines() {
    return this.#named()
      .filter(({ isClose }) => isClose)
      .map(({ text }) => text);
  }

  get others() {
    return others(this.#page, this.#named());
  }

  #named(): readonly NamedByline[] {
    this.#bylines ??= namedBylines(this.#page.tree, this.#page.scan.authors, this.#page.headline);
    return this.#bylines;
  }
}

const MAX_TITLE = 300;
/** Nodes before a byline among which the link lies that it belongs to, and bytes of a headline. */
const LINK_GAP = 8;
const HEADLINE = 18;

/** Whether a line stands right below a link that is as long as a headline, or right above it: another piece's. */
function isAtLink(tree: Tree, line: number): boolean {
  for (let node = line + 1; node < Math.min(tree.size, line + LINK_GAP); node++) {
    if (tree.kind[node] === NODE.text && !tree.isBlank(node) && tree.textSize(node) >= HEADLINE)
      if (isLinked(tree, node)) return true;
  }
  for (let node = line - 1; node > Math.max(0, line - LINK_GAP); node--) {
    if (tree.kind[node] !== NODE.text || tree.isBlank(node)) continue;
    return isLinked(tree, node) && tree.textSize(node) >= HEADLINE;
  }
  return false;
}

function isLinked(tree: Tree, text: number): boolean {
  let up = tree.parent[text] as number;
  while (up > 0 && tree.tag[up] !== TAG.a && isInline(tree.tag[up] as number))
    up = tree.parent[up] as number;
  return tree.tag[up] === TAG.a;
}

/** Lines right under the headline among which the house may stand beside who signs. */
const HOUSE_LINES = 4;
const HOUSE_LINE = 80;
const HOUSE_MARK = /\s*[|•·/:،]\s*|\s+[–—-]\s+/u;

/** «Le Courrier – Jane Doe»: who stands beside the house's name, and nothing else. */
function besideHouse(text: string, site: SiteNames): string {
  const parts = text.length > HOUSE_LINE ? [] : text.split(HOUSE_MARK);
  if (parts.length !== 2) return '';
  const [who = '', ...more] = parts.filter((part) => !site.has(part));
  return more.length === 0 && isNamed(who) ? who : '';
}

function* others(
  { tree, data, main, headline, lines, site }: Searched,
  named: readonly NamedByline[],
): Generator<string> {
  const plain = lines().map((line) => ({
    ...line,
    text: line.text.replace(MARKS, '').replace(DRAWN, ' – '),
  }));
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
    const led = far.has(line) || line.text.length >= 80 ? null : LATER.exec(line.text);
    if (led) yield line.text.slice(led.index + 1);
  }
  // Whom the headline tells of does not sign by the form of a line alone.
  const title = headline < 0 ? '' : nodeText(tree, headline, MAX_TITLE);
  for (const line of signingLines(plain))
    if (!(line.includes(' ') && title.includes(line))) yield line;
  yield* placedPeople(below);
  if (declared(data, main).length === 0) yield* placedAgencies(below);
  for (const { text, distance } of below)
    if (distance <= HOUSE_LINES && text.length > 0) yield besideHouse(text, site);
  yield datelineAgency(tree, headline);
  for (const { text, isClose } of named) if (!isClose) yield text;
  for (const line of far) if (says(line) && !isAtLink(tree, line.node)) yield line.text;
}

function declared(data: LinkedData, main: LdMain | null): string[] {
  if (main !== null) {
    // A house that signs gives way to a person under another key.
    const signed = ['author', 'creator', 'contributor'].map((key) => main.node[key]);
    const names = signed.map((value) => namesUnder(data, value));
    const person = signed.findIndex((value) => asArray(value).some((one) => isOf(data, one)));
    const first = names.findIndex((list) => list.length > 0);
    const isHouse = first >= 0 && asArray(signed[first]).every((one) => isOf(data, one, HOUSES));
    const found = names[isHouse && person > first ? person : first];
    if (found !== undefined) return found;
  }
  // Some sites put the author's object beside the article's instead of inside.
  return data.nodes
    .filter((node) => typesOf(node).includes('person'))
    .slice(0, 4)
    .flatMap((node) => namesUnder(data, node));
}

const PEOPLE = /^person$/;
const HOUSES = /organization$/;

/** Whether what stands under a key is of a kind, a person if none is named. */
function isOf(data: LinkedData, value: unknown, kind = PEOPLE): boolean {
  const thing = data.resolve(value);
  const isNode = typeof thing === 'object' && thing !== null && !Array.isArray(thing);
  return isNode && typesOf(thing as LdNode).some((type) => kind.test(type));
}

function metaAuthors(scan: Scan): string[] {
  const all = META_NAMES.flatMap((name) => scan.metas.get(name) ?? []);
  const label = scan.metas.get('twitter:label1')?.[0] ?? '';
  // WordPress's SEO plugin writes «Written by» in the site's language.
  if (/writ|verfasst|geschr|crit|كتب|auteur|autor|author/i.test(label))
    all.push(...(scan.metas.get('twitter:data1') ?? []));
  return all;
}

function marked(tree: Tree, scan: Scan, headline: number): string[] {
  const scopes = (scan.props.get('author') ?? scan.props.get('creator') ?? []).filter(
    (spot) => !spot.aside && isNear(spot, headline),
  );
  const names = scan.props.get('name') ?? [];
  return scopes.slice(0, 8).map((scope) => {
    const inside = names.find(
      ({ node }) => node > scope.node && node < (tree.end[scope.node] as number),
    );
    return markedName(tree, inside ?? scope);
  });
}

function markedName(tree: Tree, { node }: Spot): string {
  const content = tree.attr(node, 'content') ?? nodeText(tree, node, MAX_BYLINE + 1);
  if (content !== '') return content;
  // A scope that shows nothing says it in a meta element.
  for (let at = node + 1; at < (tree.end[node] as number); at++)
    if (tree.tag[at] === TAG.meta && tree.attr(at, 'itemprop') === 'name')
      return tree.attr(at, 'content') ?? '';
  return '';
}

/** A text that an element's class says to be a byline. */
interface NamedByline {
  readonly text: string;
  /** Stands where the text has not begun. */
  readonly isClose: boolean;
}

/** Texts of byline elements, innermost ones only, those of one class near one another as one. */
function namedBylines(tree: Tree, spots: readonly Spot[], headline: number): NamedByline[] {
  const leaves = spots.filter(
    (spot, index) =>
      (spot.hints & (HINT.bio | HINT.caption)) === 0 &&
      !spot.aside &&
      isNear(spot, headline) &&
      (spots[index + 1]?.node ?? tree.size) >= (tree.end[spot.node] as number),
  );
  leaves.sort((a, b) => distance(a, headline) - distance(b, headline));
  const groups: { spot: Spot; text: string }[] = [];
  for (const spot of leaves.slice(0, 12)) {
    const text = nodeText(tree, spot.node, MAX_BYLINE + 1);
    if (text === '' || text.length > MAX_BYLINE) continue;
    const group = groups.find(
      (other) =>
        Math.abs(other.spot.node - spot.node) < NEAR &&
        tree.attr(other.spot.node, 'class') === tree.attr(spot.node, 'class'),
    );
    if (group) group.text += `; ${text}`;
    else groups.push({ spot, text });
  }
  const begins = textAfter(tree, headline);
  return groups.map(({ text, spot }) => ({ text, isClose: spot.node < begins }));
}

/** Where the article's text goes on behind its first paragraph or a caption: what signs stands before. */
function textAfter(tree: Tree, headline: number): number {
  const end = Math.min(tree.size, headline + AFTER);
  let seen = 0;
  for (let node = Math.max(0, tree.end[headline] ?? 0); node < end; node++) {
    if (tree.kind[node] !== NODE.text || tree.textSize(node) < PARAGRAPH) continue;
    if (++seen > 1) return node;
  }
  return end;
}

function isNear({ node }: Spot, headline: number): boolean {
  return headline < 0 || (node > headline - BEFORE && node < headline + AFTER);
}

/** What follows the headline is nearer than what stands before it. */
function distance({ node }: Spot, headline: number): number {
  return node >= headline ? node - headline : (headline - node) * 3;
}
