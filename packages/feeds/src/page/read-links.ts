import { addressPattern, canonicalAddress, isListing, segmentsOf, siteHost } from '@nashra/address';
import { NODE, TAG, type Tree } from '@nashra/html';
import { LONGEST_ADDRESS } from '../limits.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { headingIn, isHeadline, linesOf, MOST_CHARS } from './page-text.ts';
import { readSurroundings } from './surroundings.ts';

/** One link of a page to a page of the same site. */
export interface PageLink {
  readonly address: string;
  /** What addresses like it have in common. */
  readonly pattern: string;
  /** The node of the `a`. */
  readonly node: number;
  /** What it reads, the likeliest headline of its lines; empty for a picture. */
  readonly text: string;
  /** Whether it stands in a heading, or has one. */
  readonly isHeaded: boolean;
  /** Whether it stands in what is on every page: navigation, foot. */
  readonly isChrome: boolean;
  /** Tags and classes of the elements around it: alike for the blocks of one list. */
  readonly form: string;
}

const MOST_LINKS = 3_000;
/** Nodes within a link that are looked at. */
const MOST_NODES = 500;
const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|xlsx?|zip|mp[34]|m4a|webm|xml|rss|json|css|js)$/i;
const TITLE = /title|headline|heading|titre|entry-name/i;

/** The links of a page to pages of its own site, in its order; those to lists, files and the page itself are left out. */
export function readLinks(tree: Tree, url: string): PageLink[] {
  const site = siteHost(URL.parse(url)?.hostname ?? '');
  const own = canonicalAddress(url);
  const base = baseOf(tree, url);
  const around = readSurroundings(tree);
  const links: PageLink[] = [];
  for (let node = 0; node < tree.size && links.length < MOST_LINKS; node++) {
    if (tree.kind[node] !== NODE.element || tree.tag[node] !== TAG.a) continue;
    const address = pageOf(tree.attr(node, 'href') ?? '', base);
    if (address === null || address === own) continue;
    const { hostname, pathname } = new URL(address);
    if (siteHost(hostname) !== site || FILE.test(pathname)) continue;
    if (isListing(segmentsOf(pathname))) continue;
    const { text, isHeaded } = headlineOf(tree, node);
    links.push({
      address,
      pattern: addressPattern(address),
      node,
      text,
      isHeaded: isHeaded || around.isHeaded(node),
      isChrome: around.isChrome(node),
      form: around.formOf(node),
    });
  }
  return links;
}

function baseOf(tree: Tree, url: string): string {
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element || tree.tag[node] !== TAG.base) continue;
    const base = resolveAddress(tree.attr(node, 'href') ?? '', url);
    return base !== null && base.length <= LONGEST_ADDRESS ? base : url;
  }
  return url;
}

/** Without the place within the page, which a link to its comments names. */
function pageOf(href: string, base: string): string | null {
  const address = resolveAddress(href.replace(/#.*$/s, ''), base);
  if (address === null || address.length > LONGEST_ADDRESS) return null;
  return canonicalAddress(address);
}

/** Of a link around a whole block: its heading, what is classed as a title, or its first line of some words. */
function headlineOf(tree: Tree, node: number): { text: string; isHeaded: boolean } {
  const heading = headingIn(tree, node, MOST_NODES);
  if (heading >= 0) return { text: joined(tree, heading), isHeaded: true };
  const end = Math.min(tree.end[node] as number, node + MOST_NODES);
  for (let at = node + 1; at < end; at++) {
    if (tree.kind[at] === NODE.element && TITLE.test(tree.attr(at, 'class') ?? ''))
      return { text: joined(tree, at), isHeaded: false };
  }
  const lines = linesOf(tree, node);
  const text = lines.find(isHeadline) ?? lines[0] ?? '';
  return { text: text.slice(0, MOST_CHARS), isHeaded: false };
}

const joined = (tree: Tree, node: number) => linesOf(tree, node).join(' ').slice(0, MOST_CHARS);
