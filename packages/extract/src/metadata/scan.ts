import { attributeId, NODE, rowOf, TAG, type Tree, textContent } from '@nashra/html';
import { isAuthorLink } from './author-links.ts';
import {
  boxOf,
  FRAME,
  isBeside,
  isOthers,
  isStranger,
  isText,
  isUnderHeadline,
  TitleNodes,
} from './beside.ts';
import { HINT } from './class-vocabulary.ts';
import { hintsOf } from './class-words.ts';
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
const ID = attributeId('id');
const ITEMPROP = attributeId('itemprop');
const TYPE = attributeId('type');

/** Templates repeat the values of these on every page. */
const microdata = new ValueMemo((value) =>
  value
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => MICRODATA.has(token)),
);
const isLinkedData = new ValueMemo((type) => /ld\+json/i.test(type));

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
      !isUnderHeadline(tree, node, titleEnd) &&
      !isText(tree, node)
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

function keep<T>(list: T[], item: T): void {
  if (list.length < MAX_SPOTS) list.push(item);
}
