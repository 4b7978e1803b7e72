import { attributeId, NODE, rowOf, TAG, type Tree, textContent } from '@nashra/html';
import { HINT } from './class-vocabulary.ts';
import { hintsOf, lettersAt, marks } from './class-words.ts';
import { type Lists, push, readLink, readMeta } from './head-elements.ts';
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
}

/** All that one pass over the tree sets aside for the readers of metadata. */
export interface Scan {
  readonly language: string | null;
  readonly base: string | null;
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
  const counts: PageCounts = {
    links: 0,
    paragraphs: 0,
    headingLinks: 0,
    articles: 0,
    times: 0,
    images: 0,
    videos: 0,
  };
  let language: string | null = null;
  let base: string | null = null;
  let titleNode = -1;
  let asideEnd = 0;
  let authorEnd = 0;
  let headingEnd = 0;
  let linkEnd = 0;
  let allHints = 0;

  for (let node = 1; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const tag = tree.tag[node] as number;
    const end = tree.end[node] as number;
    switch (tag) {
      case TAG.html:
        language = tree.attr(node, 'lang') ?? tree.attr(node, 'xml:lang') ?? null;
        break;
      case TAG.base:
        base ??= tree.attr(node, 'href') ?? null;
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
    // A box that holds most of the page is its layout, whatever its name.
    if (node >= asideEnd && isBeside(tag, hints) && (end - node) * 2 < tree.size) {
      asideEnd = end;
      asides.add(node);
    }
    const aside = node < asideEnd;
    if (!aside) allHints |= hints;

    switch (tag) {
      case TAG.h1:
        keep(headings, { node, hints, aside });
        headingEnd = end;
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
    base,
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
    props,
    counts,
    hints: allHints,
  };
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
