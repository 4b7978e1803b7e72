import { NODE, TAG, type Tree } from '@nashra/html';
import type { LdMain } from '../json-ld/ld-article.ts';
import type { LinkedData } from '../json-ld/linked-data.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import { nodeText } from '../node-text.ts';
import type { Scan, Spot } from '../scan.ts';
import type { SiteNames } from '../title/site-name.ts';
import { accountSigner } from './account-signer.ts';
import type { AuthorSources } from './authors.ts';
import { bylineLines } from './byline-lines.ts';
import { declaredAuthors } from './declared-authors.ts';
import { isNear, MAX_BYLINE, type NamedByline, namedBylines } from './named-bylines.ts';

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
    return declaredAuthors(this.#page.data, this.#page.main);
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
    const isDeclared = this.jsonLd.length > 0;
    const { asides } = this.#page.scan;
    return bylineLines({ ...this.#page, asides, isDeclared }, this.#named());
  }

  get account() {
    const { tree, headline, scan } = this.#page;
    return accountSigner(tree, headline, scan.asides);
  }

  #named(): readonly NamedByline[] {
    this.#bylines ??= namedBylines(this.#page.tree, this.#page.scan.authors, this.#page.headline);
    return this.#bylines;
  }
}

/** «Le Courrier (www.courrier.example)»: a house, with its address. */
const OF_ADDRESS = /\((?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)+\/?\)\s*$/i;

function metaAuthors(scan: Scan): string[] {
  const declared = META_NAMES.flatMap((name) => scan.metas.get(name) ?? []);
  const all = declared.filter((line) => !OF_ADDRESS.test(line));
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
  return ofOnePiece(tree, scopes.slice(0, 8)).map((scope) => {
    const inside = names.find(
      ({ node }) => node > scope.node && node < (tree.end[scope.node] as number),
    );
    return markedName(tree, inside ?? scope);
  });
}

/** Bytes of a text that no byline is as long as: behind it the next post begins, and who wrote that. */
const POST = 60;

/** Those authors that stand beside one another; in a thread each post has its own. */
function ofOnePiece(tree: Tree, scopes: readonly Spot[]): readonly Spot[] {
  for (let at = 1; at < scopes.length; at++) {
    const from = tree.end[(scopes[at - 1] as Spot).node] as number;
    for (let node = from; node < (scopes[at] as Spot).node; node++)
      if (tree.kind[node] === NODE.text && tree.textSize(node) >= POST && !tree.isBlank(node))
        return scopes.slice(0, at);
  }
  return scopes;
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
