import { attributeId, keepSpecimen, NODE, rowOf, TAG, type Tree, textContent } from '@nashra/html';
import { isAuthorLink } from './author-links.ts';
import { Boxes } from './boxes.ts';
import { HINT } from './class-vocabulary.ts';
import { hintsOf } from './class-words.ts';
import { type Lists, push, readLink, readMeta } from './head-elements.ts';
import { countTag, noCounts, type PageCounts } from './page-counts.ts';
import { ValueMemo } from './value-memo.ts';

/** An element worth a look, with what its class and id say. */
export interface Spot {
  readonly node: number;
  readonly hints: number;
  /** Lies in a box about other pages, or in the page's frame. */
  readonly aside: boolean;
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

/** Elements that are no content, by tag. */
const isFrame = new Uint8Array(1 << 16);
const FRAME_TAGS = [
  'html', 'base', 'title', 'meta', 'link', 'script', 'style', 'svg', 'template',
] as const; // biome-ignore format: a word list reads better in lines
for (const name of FRAME_TAGS) isFrame[TAG[name]] = 1;

/** What has been set aside so far, and where the elements end that the walk is in. */
class Gathering {
  readonly metas: Lists<string> = new Map();
  readonly links: Lists<string> = new Map();
  readonly props: Lists<Spot> = new Map();
  readonly linkedData: string[] = [];
  readonly scripts: number[] = [];
  readonly headings: Spot[] = [];
  readonly subheadings: number[] = [];
  readonly times: Spot[] = [];
  readonly authors: Spot[] = [];
  readonly dates: Spot[] = [];
  readonly counts = noCounts();
  readonly #tree: Tree;
  readonly #boxes: Boxes;
  language: string | null = null;
  titleNode = -1;
  /** Union of all hints outside asides. */
  hints = 0;
  #authorEnd = 0;
  #headingEnd = 0;
  #linkEnd = 0;

  constructor(tree: Tree, boxes: Boxes) {
    this.#tree = tree;
    this.#boxes = boxes;
  }

  /** Reads what is no content: answers whether the element is done with, with its subtree or not. */
  readFrame(node: number, tag: number): 'content' | 'element' | 'subtree' {
    const tree = this.#tree;
    switch (tag) {
      case TAG.html:
        this.language = tree.attr(node, 'lang') ?? tree.attr(node, 'xml:lang') ?? null;
        return 'content';
      case TAG.base:
        return 'element';
      case TAG.title:
        // Drawings have titles too; the document's comes first.
        if (this.titleNode < 0 && tree.tag[tree.parent[node] as number] !== TAG.svg)
          this.titleNode = node;
        return 'element';
      case TAG.meta:
        readMeta(tree, node, this.metas);
        return 'element';
      case TAG.link:
        readLink(tree, node, this.links);
        return 'element';
      case TAG.script:
        this.#readScript(node);
        return 'subtree';
      case TAG.style:
      case TAG.svg:
      case TAG.template:
        return 'subtree';
    }
    return 'content';
  }

  #readScript(node: number): void {
    const type = rowOf(this.#tree, node, TYPE);
    if (type >= 0 && isLinkedData.of(this.#tree, type))
      this.linkedData.push(textContent(this.#tree, node));
    else if ((this.#tree.end[node] as number) > node + 1) keep(this.scripts, node);
  }

  readContent(node: number, tag: number): void {
    const tree = this.#tree;
    const boxes = this.#boxes;
    // Names are not read in boxes about other pages, unless a byline lies around the box.
    const isRead = node >= boxes.end || node < this.#authorEnd;
    let hints = 0;
    let prop = -1;
    const to = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < to; row++) {
      const name = tree.attrId(row);
      if (name === ITEMPROP) prop = row;
      else if (isRead && (name === CLASS || name === ID)) hints |= hintsOf(tree, row);
    }
    if (node >= boxes.end) boxes.enter(node, tag, hints);
    const aside = node < boxes.end;
    if (!aside) this.hints |= hints;
    countTag(this.counts, tag);
    if (tag === TAG.a) {
      this.#linkEnd = tree.end[node] as number;
      if (node < this.#headingEnd) this.counts.headingLinks++;
      if (isRead && isAuthorLink(tree, node)) hints |= HINT.author;
    } else if (tag === TAG.time) {
      if (!aside) keep(this.times, { node, hints, aside });
    } else if (tag >= TAG.h1 && tag <= TAG.h4) this.#readHeading(node, tag, hints, aside);
    if (hints !== 0 || prop >= 0) this.#keepHinted(node, hints, aside, prop);
  }

  #readHeading(node: number, tag: number, hints: number, aside: boolean): void {
    this.#headingEnd = this.#tree.end[node] as number;
    if (tag === TAG.h1) {
      keep(this.headings, { node, hints, aside });
      if (!aside) this.#boxes.titleEnd = this.#headingEnd;
    } else if (node < this.#linkEnd) this.counts.headingLinks++;
    else if (!aside) keep(this.subheadings, node);
  }

  #keepHinted(node: number, hints: number, aside: boolean, prop: number): void {
    if ((hints & HINT.author) !== 0) {
      keep(this.authors, { node, hints, aside });
      this.#authorEnd = Math.max(this.#authorEnd, this.#tree.end[node] as number);
    }
    if ((hints & HINT.date) !== 0 && !aside) keep(this.dates, { node, hints, aside });
    if (prop >= 0)
      for (const token of microdata.of(this.#tree, prop))
        push(this.props, token, { node, hints, aside });
  }
}

/** Walks the tree once and gathers every candidate the readers judge afterwards. */
export function scanPage(tree: Tree): Scan {
  const boxes = new Boxes(tree);
  const found = keepSpecimen('gathering', new Gathering(tree, boxes));
  for (let node = 1; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const tag = tree.tag[node] as number;
    const part = isFrame[tag] === 1 ? found.readFrame(node, tag) : 'content';
    if (part === 'content') found.readContent(node, tag);
    else if (part === 'subtree') node = (tree.end[node] as number) - 1;
  }
  const { asides, strangers } = boxes;
  const { language, titleNode, metas, links, linkedData, scripts, headings, subheadings } = found;
  const { times, authors, dates, props, counts, hints } = found;
  return {
    ...{ language, titleNode, metas, links, linkedData, scripts, headings, subheadings },
    ...{ times, authors, dates, asides, strangers, props, counts, hints },
  };
}

function keep<T>(list: T[], item: T): void {
  if (list.length < MAX_SPOTS) list.push(item);
}
