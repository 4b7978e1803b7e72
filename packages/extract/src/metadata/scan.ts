import { NODE, TAG, type Tree, textContent } from '@nashra/html';
import { HINT, hintsOf, idHints } from './class-words.ts';

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
  /** h2 to h4: what names the page where no h1 does. */
  readonly subheadings: readonly Spot[];
  readonly times: readonly Spot[];
  readonly authors: readonly Spot[];
  readonly dates: readonly Spot[];
  readonly titles: readonly Spot[];
  readonly sections: readonly Spot[];
  /** Boxes about other pages and the page's frame, outermost ones. */
  readonly asides: ReadonlySet<number>;
  /** Elements by lower-case itemprop. */
  readonly props: ReadonlyMap<string, readonly Spot[]>;
  readonly images: readonly Spot[];
  readonly counts: Readonly<PageCounts>;
  /** Union of all hints on the page outside asides. */
  readonly hints: number;
}

const MAX_SPOTS = 200;
const MAX_META_CHARS = 20_000;

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

/** Walks the tree once and gathers every candidate the readers judge afterwards. */
export function scanPage(tree: Tree): Scan {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const props = new Map<string, Spot[]>();
  const linkedData: string[] = [];
  const scripts: number[] = [];
  const headings: Spot[] = [];
  const subheadings: Spot[] = [];
  const times: Spot[] = [];
  const authors: Spot[] = [];
  const dates: Spot[] = [];
  const titles: Spot[] = [];
  const sections: Spot[] = [];
  const images: Spot[] = [];
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
      case TAG.meta: {
        const content = tree.attr(node, 'content');
        if (content === undefined || content === '') continue;
        for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
          const name = tree.attr(node, attribute);
          if (name) push(metas, name.trim().toLowerCase(), content.slice(0, MAX_META_CHARS));
        }
        continue;
      }
      case TAG.link: {
        const href = tree.attr(node, 'href');
        const rel = tree.attr(node, 'rel');
        if (href && rel)
          for (const token of rel.toLowerCase().split(/\s+/)) push(links, token, href);
        continue;
      }
      case TAG.script:
        if (/ld\+json/i.test(tree.attr(node, 'type') ?? ''))
          linkedData.push(textContent(tree, node));
        else if (end > node + 1 && scripts.length < MAX_SPOTS) scripts.push(node);
        node = end - 1;
        continue;
      case TAG.style:
      case TAG.svg:
      case TAG.template:
        node = end - 1;
        continue;
    }

    const className = tree.attr(node, 'class');
    const id = tree.attr(node, 'id');
    let hints = className ? hintsOf(className) : 0;
    if (id) hints |= idHints(id);
    // A box that holds most of the page is its layout, whatever its name.
    if (isBeside(tag, hints) && end > asideEnd && (end - node) * 2 < tree.size) {
      asideEnd = end;
      asides.add(node);
    }
    const spot: Spot = { node, hints, aside: node < asideEnd };
    if (!spot.aside) allHints |= hints;

    switch (tag) {
      case TAG.h1:
        keep(headings, spot);
        headingEnd = end;
        break;
      case TAG.h2:
      case TAG.h3:
      case TAG.h4:
        if (node < linkEnd) counts.headingLinks++;
        else if (!spot.aside) keep(subheadings, spot);
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
        keep(times, spot);
        break;
      case TAG.img:
        counts.images++;
        keep(images, spot);
        break;
      case TAG.a:
        counts.links++;
        linkEnd = end;
        if (node < headingEnd) counts.headingLinks++;
        if (isAuthorLink(tree, node)) keep(authors, { ...spot, hints: hints | HINT.author });
        else if ((hints & HINT.author) !== 0) keep(authors, spot);
        break;
    }
    if ((hints & (HINT.author | HINT.date | HINT.title | HINT.section)) !== 0) {
      if ((hints & HINT.author) !== 0 && tag !== TAG.a) keep(authors, spot);
      if ((hints & HINT.date) !== 0) keep(dates, spot);
      if ((hints & HINT.title) !== 0) keep(titles, spot);
      if ((hints & HINT.section) !== 0) keep(sections, spot);
    }
    const prop = tree.attr(node, 'itemprop');
    if (prop)
      for (const token of prop.toLowerCase().split(/\s+/))
        if (MICRODATA.has(token)) push(props, token, spot);
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
    titles,
    sections,
    asides,
    props,
    images,
    counts,
    hints: allHints,
  };
}

/** Boxes beside the content, by their tag or their name; the content's own element is none. */
function isBeside(tag: number, hints: number): boolean {
  if (tag === TAG.main || tag === TAG.body) return false;
  return FRAME.has(tag) || ((hints & HINT.aside) !== 0 && (hints & HINT.body) === 0);
}

/** Links to a person's page, by rel or by the path sites keep their authors under. */
function isAuthorLink(tree: Tree, node: number): boolean {
  return (
    /(?:^|\s)author(?:\s|$)/i.test(tree.attr(node, 'rel') ?? '') ||
    /\/(?:authors?|autore?s?|autoren|auteurs?|writers?|journalists?|kateb|katib)\/[^/]/i.test(
      tree.attr(node, 'href') ?? '',
    )
  );
}

function keep(spots: Spot[], spot: Spot): void {
  if (spots.length < MAX_SPOTS) spots.push(spot);
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.length < MAX_SPOTS) list.push(value);
}
