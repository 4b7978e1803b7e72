import { attributeId, NODE, rowOf, TAG, type Tree, textContent } from '@nashra/html';
import { headsAside } from './aside-headings.ts';
import { HINT } from './class-vocabulary.ts';
import { hintsOf, lettersAt, marks } from './class-words.ts';
import { type Lists, push, readLink, readMeta } from './head-elements.ts';
import { nodeText } from './node-text.ts';
import { ValueMemo } from './value-memo.ts';

/** An element worth a look, with what its class and id say. */
export interface Spot {
  readonly node: number;
  readonly hints: number;
  /** Lies in a box about other pages, or in the page's frame. */
  readonly aside: boolean;
}

/** How many things of a kind the page holds; what tells an article from a listing. */
export interface PageCounts {
  links: number;
  paragraphs: number;
  /** Headings that are links or hold one. */
  headingLinks: number;
  articles: number;
  times: number;
  images: number;
  videos: number;
  forms: number;
  controls: number;
}

/** All that one pass over the tree sets aside for the readers of metadata. */
export interface Scan {
  readonly language: string | null;
  readonly titleNode: number;
  /** Contents by lower-case name, property, itemprop or http-equiv, in source order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Addresses by lower-case rel token. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  readonly linkedData: readonly string[];
  /** Inline scripts, where some sites keep the whole article as data. */
  readonly scripts: readonly number[];
  readonly headings: readonly Spot[];
  /** h2 to h4 outside asides: what names the page where no h1 does. */
  readonly subheadings: readonly number[];
  /** Those outside asides, like `dates`. */
  readonly times: readonly Spot[];
  /** Those outside asides, and those in asides that lie inside of one of them. */
  readonly authors: readonly Spot[];
  readonly dates: readonly Spot[];
  /** Boxes about other pages and the page's frame, outermost ones. */
  readonly asides: ReadonlySet<number>;
  /** Those of them that speak of other pages for certain: menus, comments, quoted posts, teasers. */
  readonly strangers: ReadonlySet<number>;
  /** Elements by lower-case itemprop. */
  readonly props: ReadonlyMap<string, readonly Spot[]>;
  readonly counts: Readonly<PageCounts>;
  /** Union of all hints on the page outside asides. */
  readonly hints: number;
}

const MAX_SPOTS = 200;

/** Elements around the page's content, and boxes beside it. */
const FRAME = new Set([TAG.aside, TAG.nav, TAG.footer, TAG.form, TAG.dialog]);
const MICRODATA = new Set([
  'author',
  'creator',
  'name',
  'headline',
  'datepublished',
  'datemodified',
  'articlesection',
  'inlanguage',
]);

const CLASS = attributeId('class');
const HREF = attributeId('href');
const ID = attributeId('id');
const ITEMPROP = attributeId('itemprop');
const REL = attributeId('rel');
const TYPE = attributeId('type');

/** Templates repeat the values of these on every page. */
const microdata = new ValueMemo((value) =>
  value
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => MICRODATA.has(token)),
);
const isLinkedData = new ValueMemo((type) => /ld\+json/i.test(type));
const isAuthorRelation = new ValueMemo((rel) => /(?:^|\s)author(?:\s|$)/i.test(rel));

const AUTHOR_PATH =
  /\/(?:authors?|autore?s?|autoren|auteurs?|writers?|journalists?|kateb|katib)\/[^/]/i;

const AMPERSAND = 38;
const SLASH = 47;
/** What the words of AUTHOR_PATH begin with. */
const AUTHOR_STARTS = marks('au wr jo ka');

/** Walks the tree once and gathers every candidate the readers judge afterwards. */
export function scanPage(tree: Tree): Scan {
  const metas: Lists<string> = new Map();
  const links: Lists<string> = new Map();
  const props: Lists<Spot> = new Map();
  const linkedData: string[] = [];
  const scripts: number[] = [];
  const headings: Spot[] = [];
  const subheadings: number[] = [];
  const times: Spot[] = [];
  const authors: Spot[] = [];
  const dates: Spot[] = [];
  const asides = new Set<number>();
  const strangers = new Set<number>();
  const counts: PageCounts = {
    links: 0,
    paragraphs: 0,
    headingLinks: 0,
    articles: 0,
    times: 0,
    images: 0,
    videos: 0,
    forms: 0,
    controls: 0,
  };
  let language: string | null = null;
  let titleNode = -1;
  let asideEnd = 0;
  let authorEnd = 0;
  let headingEnd = 0;
  let linkEnd = 0;
  let allHints = 0;
  let titleEnd = 0;
  const titles = new TitleNodes(tree);

  for (let node = 1; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const tag = tree.tag[node] as number;
    const end = tree.end[node] as number;
    switch (tag) {
      case TAG.html:
        language = tree.attr(node, 'lang') ?? tree.attr(node, 'xml:lang') ?? null;
        break;
      case TAG.base:
        continue;
      case TAG.title:
        // Drawings have titles too; the document's comes first.
        if (titleNode < 0 && tree.tag[tree.parent[node] as number] !== TAG.svg) titleNode = node;
        continue;
      case TAG.meta:
        readMeta(tree, node, metas);
        continue;
      case TAG.link:
        readLink(tree, node, links);
        continue;
      case TAG.script: {
        const type = rowOf(tree, node, TYPE);
        if (type >= 0 && isLinkedData.of(tree, type)) linkedData.push(textContent(tree, node));
        else if (end > node + 1 && scripts.length < MAX_SPOTS) scripts.push(node);
        node = end - 1;
        continue;
      }
      case TAG.style:
      case TAG.svg:
      case TAG.template:
        node = end - 1;
        continue;
    }

    // Names are not read in boxes about other pages, unless a byline lies around the box.
    const isRead = node >= asideEnd || node < authorEnd;
    let hints = 0;
    let prop = -1;
    const to = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < to; row++) {
      const name = tree.attrId(row);
      if (name === ITEMPROP) prop = row;
      else if (isRead && (name === CLASS || name === ID)) hints |= hintsOf(tree, row);
    }
    // A box that holds most of the page, or its headline, is its layout, whatever its name.
    if (
      node >= asideEnd &&
      isBeside(tag, hints) &&
      (end - node) * 2 < tree.size &&
      !titles.isAround(node, end, FRAME.has(tag)) &&
      !isUnderHeadline(tree, node, titleEnd)
    ) {
      asideEnd = end;
      asides.add(node);
      if (isStranger(tree, node)) strangers.add(node);
    } else if (node >= asideEnd && titleEnd > 0 && isOthers(tree, node, tag, titles)) {
      const box = tag === TAG.article || tag === TAG.blockquote ? node : boxOf(tree, node, titles);
      if (((tree.end[box] as number) - box) * 2 < tree.size) {
        asideEnd = tree.end[box] as number;
        asides.add(box);
        strangers.add(box);
      }
    }
    const aside = node < asideEnd;
    if (!aside) allHints |= hints;

    switch (tag) {
      case TAG.h1:
        keep(headings, { node, hints, aside });
        headingEnd = end;
        if (!aside) titleEnd = end;
        break;
      case TAG.h2:
      case TAG.h3:
      case TAG.h4:
        if (node < linkEnd) counts.headingLinks++;
        else if (!aside) keep(subheadings, node);
        headingEnd = end;
        break;
      case TAG.p:
        counts.paragraphs++;
        break;
      case TAG.form:
        counts.forms++;
        break;
      case TAG.input:
      case TAG.button:
      case TAG.select:
      case TAG.textarea:
        counts.controls++;
        break;
      case TAG.article:
        counts.articles++;
        break;
      case TAG.video:
      case TAG.iframe:
        counts.videos++;
        break;
      case TAG.time:
        counts.times++;
        if (!aside) keep(times, { node, hints, aside });
        break;
      case TAG.img:
        counts.images++;
        break;
      case TAG.a:
        counts.links++;
        linkEnd = end;
        if (node < headingEnd) counts.headingLinks++;
        if (isRead && isAuthorLink(tree, node)) hints |= HINT.author;
        break;
    }
    if ((hints & HINT.author) !== 0) {
      keep(authors, { node, hints, aside });
      authorEnd = Math.max(authorEnd, end);
    }
    if ((hints & HINT.date) !== 0 && !aside) keep(dates, { node, hints, aside });
    if (prop >= 0)
      for (const token of microdata.of(tree, prop)) push(props, token, { node, hints, aside });
  }
  return {
    language,
    titleNode,
    metas,
    links,
    linkedData,
    scripts,
    headings,
    subheadings,
    times,
    authors,
    dates,
    asides,
    strangers,
    props,
    counts,
    hints: allHints,
  };
}

/** Where the page's h1 elements are, known before the walk comes to them. */
class TitleNodes {
  readonly #nodes: number[] = [];

  constructor({ tag, size }: Tree) {
    for (let node = 1; node < size && this.#nodes.length <= MAX_TITLES; node++) {
      if (tag[node] === TAG.h1) this.#nodes.push(node);
    }
  }

  /** Whether a range holds an h1 that may be the headline; pages of many are lists. */
  isAround(from: number, to: number, isFrame = false): boolean {
    if (isFrame || this.#nodes.length > MAX_TITLES) return false;
    return this.#nodes.some((node) => node > from && node < to);
  }
}

/** Pages with more h1 elements than this name others' pages by them. */
const MAX_TITLES = 3;
/** Nodes between a headline and the box of its own byline, and what such a box has at most. */
const BYLINE_GAP = 4;
const BYLINE_NODES = 40;
const LONGEST_HEADING = 80;
/** A teaser has fewer nodes, and so has a box of notes on the article. */
const TEASER_NODES = 100;
const NOTE_NODES = 160;
/** A heading this near to the beginning of an element stands over all of it. */
const FIRST_NODES = 12;
/** A link this long is another page's headline. */
const HEADLINE_CHARS = 24;
const READERS =
  /comment|r[eé]action|repl(?:y|ies)|discuss|disqus|kommentar|related|recommend|popular|latest|most-?read|trending/i;

/** An `aside` right under the headline holds its byline, when it is as small as one. */
function isUnderHeadline(tree: Tree, node: number, titleEnd: number): boolean {
  if (tree.tag[node] !== TAG.aside || titleEnd === 0 || node - titleEnd > BYLINE_GAP) return false;
  const end = tree.end[node] as number;
  if (end - node > BYLINE_NODES) return false;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.time || tree.tag[at] === TAG.address) return true;
  }
  return false;
}

/** After the headline: quoted posts, teasers (articles that begin with a link), and headings over others' pages. */
function isOthers(tree: Tree, node: number, tag: number, titles: TitleNodes): boolean {
  if (tag === TAG.blockquote) return true;
  if (tag === TAG.article) {
    const end = tree.end[node] as number;
    return end - node < TEASER_NODES && !titles.isAround(node, end) && beginsWithLink(tree, node);
  }
  if (tag < TAG.h2 || tag > TAG.h6) return false;
  return headsAside(nodeText(tree, node, LONGEST_HEADING));
}

/** Of boxes beside the content, those that hold nothing on the article itself. */
function isStranger(tree: Tree, node: number): boolean {
  const tag = tree.tag[node] as number;
  if (tag !== TAG.aside && FRAME.has(tag) && !isNoteOf(tree, node)) return true;
  const end = tree.end[node] as number;
  if (end - node > NOTE_NODES) return true;
  if (READERS.test(`${tree.attr(node, 'class') ?? ''} ${tree.attr(node, 'id') ?? ''}`)) return true;
  let linkEnd = 0;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.a) linkEnd = tree.end[at] as number;
    else if (at < linkEnd && isHeadlineLong(tree, at)) return true;
  }
  return false;
}

/** A `footer` inside an `article` may hold its byline. */
function isNoteOf(tree: Tree, node: number): boolean {
  if (tree.tag[node] !== TAG.footer) return false;
  const parent = tree.parent[node] as number;
  return (
    tree.tag[parent] === TAG.article || tree.tag[tree.parent[parent] as number] === TAG.article
  );
}

const isHeadlineLong = (tree: Tree, text: number): boolean =>
  tree.textSize(text) >= HEADLINE_CHARS && tree.text(text).trim().length >= HEADLINE_CHARS;

function beginsWithLink(tree: Tree, node: number): boolean {
  let linkEnd = 0;
  const end = tree.end[node] as number;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.a) linkEnd = tree.end[at] as number;
    else if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return at < linkEnd;
  }
  return false;
}

/** The box that a heading stands over: its parent, or the next element where the headline is in there too. */
function boxOf(tree: Tree, heading: number, titles: TitleNodes): number {
  const parent = tree.parent[heading] as number;
  const end = tree.end[parent] as number;
  const isOver = heading - parent < FIRST_NODES && !titles.isAround(parent, end);
  if (isOver && tree.tag[parent] !== TAG.body) return parent;
  for (let next = tree.end[heading] as number; next < end; next = tree.end[next] as number) {
    if (tree.kind[next] === NODE.element) return next;
  }
  return heading;
}

/** Boxes beside the content, by their tag or their name; the content's own element is none. */
function isBeside(tag: number, hints: number): boolean {
  if (FRAME.has(tag)) return true;
  if ((hints & HINT.aside) === 0 || (hints & HINT.body) !== 0) return false;
  return tag !== TAG.main && tag !== TAG.body;
}

/** Links to a person's page, by rel or by the path sites keep their authors under. */
function isAuthorLink(tree: Tree, node: number): boolean {
  const rel = rowOf(tree, node, REL);
  if (rel >= 0 && isAuthorRelation.of(tree, rel)) return true;
  const href = rowOf(tree, node, HREF);
  return href >= 0 && mayNameAuthor(tree, href) && AUTHOR_PATH.test(tree.attrValue(href));
}

/** A quick look that spares most addresses a string: what stands behind their slashes. */
function mayNameAuthor(tree: Tree, row: number): boolean {
  const { bytes } = tree;
  const to = tree.valueTo(row);
  for (let at = tree.valueFrom(row); at < to - 2; at++) {
    const byte = bytes[at] as number;
    // A slash may be written as a character reference.
    if (byte === AMPERSAND) return true;
    if (byte === SLASH && AUTHOR_STARTS.has(lettersAt(bytes, at + 1, 2))) return true;
  }
  return false;
}

function keep<T>(list: T[], item: T): void {
  if (list.length < MAX_SPOTS) list.push(item);
}
