import { attributeId, FIRST_UNKNOWN_TAG, NODE, rowOf, TAG, type Tree } from '@nashra/html';
import { PICTURE_CREDIT } from '../../picture-words.ts';
import type { ArticleImage, BodyFacts, Metadata, Page } from '../../types.ts';
import { absoluteUrl } from '../address-of.ts';
import { HINT } from '../class-vocabulary.ts';
import { hintsOf } from '../class-words.ts';
import { nodeText } from '../node-text.ts';
import { plainLine } from '../title/title-text.ts';
import { isImage, isPicture } from './picture.ts';

const CLASS = attributeId('class');
const MAX_IMAGES = 60;
const MAX_CAPTION = 600;
/** Narrower or lower than this, in declared pixels, is an ornament. */
const MIN_SIDE = 120;
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-srcset'];
/** Other attributes that loaders of their own keep the picture in, and what its address looks like. */
const LOADED = /^data-.*(?:src|orig|full|large|lazy|hi-?res|image|img|url)/;
const SIZES = /^\S+\s\d+w(?:,|$)/;
const PICTURE = /^[^\s,]+\.(?:jpe?g|png|webp|avif)(?:[?#]\S*)?$/i;

/** Images of the body with their captions by node, in document order; the lead image is not repeated. */
export function readImages(
  { tree, base }: Page,
  metadata: Metadata,
  body: Pick<BodyFacts, 'root' | 'nodes'>,
): ReadonlyMap<number, ArticleImage> {
  const images = new Map<number, ArticleImage>();
  const seen = new Set<string>();
  if (metadata.leadImage) seen.add(pictureKey(metadata.leadImage.url));
  const [from, to] = bodyRange(tree, body);
  let last = -1;
  for (let node = from; node < to && images.size < MAX_IMAGES; node++) {
    const tag = tree.tag[node] as number;
    if (tag !== TAG.img && tag < FIRST_UNKNOWN_TAG) continue;
    if (!isImage(tree, node) || isSmallImage(tree, node) || isElsewhere(tree, node, from)) continue;
    if (isFallback(tree, node, last)) continue;
    const address = absoluteUrl(sourceOf(tree, node), base);
    if (address === null || !isPicture(address) || seen.has(pictureKey(address))) continue;
    seen.add(pictureKey(address));
    last = node;
    images.set(node, describeImage(tree, node, address));
  }
  return images;
}

/** The stretch of the page the kept blocks span, with what stands right before (the lead figure). */
function bodyRange(
  tree: Tree,
  { nodes, root }: Pick<BodyFacts, 'root' | 'nodes'>,
): [number, number] {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined || root < 0) return [0, 0];
  return [Math.max(root, 1), endBehind(tree, root, last)];
}

/** Nodes behind the last paragraph among which its picture may stand. */
const BEHIND = 30;

/** Where the body ends with the pictures right behind its last block, before anything else is said. */
function endBehind(tree: Tree, root: number, last: number): number {
  let end = tree.end[last] as number;
  const stop = Math.min(tree.end[root] as number, end + BEHIND);
  for (let node = end; node < stop; node++) {
    const tag = tree.tag[node] as number;
    if (tag === TAG.figure || isImage(tree, node)) {
      end = tree.end[node] as number;
      node = end - 1;
    } else if (
      tree.kind[node] === NODE.text ? !tree.isBlank(node) : tag === TAG.a || tag === TAG.aside
    )
      break;
  }
  return end;
}

/** A picture that a loader puts in the place of a small one may be of any size. */
export function isSmallImage(tree: Tree, node: number): boolean {
  const isOrnament = ['width', 'height'].some((side) => {
    const pixels = Number.parseInt(tree.attr(node, side) ?? '', 10);
    return pixels > 0 && pixels < MIN_SIDE;
  });
  return isOrnament && !LAZY.some((name) => tree.attr(node, name));
}

/** True for what readers without scripts see in the place of the last image, often in another size. */
function isFallback(tree: Tree, node: number, last: number): boolean {
  const above = tree.parent[node] as number;
  return tree.tag[above] === TAG.noscript && last > (tree.parent[above] as number);
}

/** True for images in boxes about other pages. */
function isElsewhere(tree: Tree, node: number, root: number): boolean {
  for (
    let above = tree.parent[node] as number;
    above > root;
    above = tree.parent[above] as number
  ) {
    const tag = tree.tag[above];
    if (tag === TAG.figure) return false;
    if (tag === TAG.aside || tag === TAG.nav || tag === TAG.footer) return true;
    const className = rowOf(tree, above, CLASS);
    if (className >= 0 && (hintsOf(tree, className) & (HINT.aside | HINT.bio)) !== 0) return true;
  }
  return false;
}

/** The address of the real picture: lazy loaders put a placeholder into src. */
export function sourceOf(tree: Tree, node: number): string | undefined {
  const valueIn = (name: string): string | undefined => {
    const value = tree.attr(node, name)?.trim();
    if (!value || value.startsWith('data:')) return undefined;
    return name.endsWith('srcset') ? largest(value) : value;
  };
  for (const name of LAZY) {
    const value = valueIn(name);
    if (value !== undefined) return value;
  }
  let other: string | undefined;
  for (const name of tree.attrNames(node)) {
    const value = name.startsWith('data-') ? tree.attr(node, name)?.trim() : undefined;
    if (value !== undefined && SIZES.test(value)) other ??= largest(value);
    if (value === undefined || !PICTURE.test(value)) continue;
    if (LOADED.test(name)) return value;
    other ??= value;
  }
  const shown = valueIn('srcset') ?? valueIn('src');
  if (shown !== undefined && isPicture(shown)) return shown;
  return other ?? offered(tree, node) ?? shown;
}

/** What the sources beside an image offer, where it shows nothing itself. */
function offered(tree: Tree, image: number): string | undefined {
  const picture = tree.parent[image] as number;
  if (tree.tag[picture] !== TAG.picture) return undefined;
  for (let at = picture + 1; at < image; at++) {
    if (tree.tag[at] !== TAG.source) continue;
    const sizes = tree.attr(at, 'data-srcset') ?? tree.attr(at, 'srcset');
    if (sizes && !sizes.startsWith('data:')) return largest(sizes);
  }
  return undefined;
}

/** The widest candidate of a srcset. */
function largest(srcset: string): string | undefined {
  let best: string | undefined;
  let bestWidth = -1;
  for (const candidate of srcset.split(/,\s+/).slice(0, 30)) {
    const [address, size] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size ?? '1');
    if (address && width > bestWidth) {
      best = address;
      bestWidth = width;
    }
  }
  return best;
}

/** What the page says of a picture. */
export function describeImage(tree: Tree, image: number, url: string): ArticleImage {
  const alt = orNull(tree.attr(image, 'alt'));
  let figure = tree.parent[image] as number;
  for (let level = 0; level < 5 && figure > 0 && tree.tag[figure] !== TAG.figure; level++)
    figure = tree.parent[figure] as number;
  if (tree.tag[figure] !== TAG.figure) return { url, caption: null, credit: null, alt };
  return { url, ...readFigure(tree, figure), alt };
}

const CREDIT = /credit|copyright|photographer|source|bildquelle|autor/i;

function readFigure(tree: Tree, figure: number): Pick<ArticleImage, 'caption' | 'credit'> {
  let caption: string | null = null;
  let credit: string | null = null;
  for (let node = figure; node < (tree.end[figure] as number); node++) {
    if (tree.tag[node] === TAG.figcaption) caption ??= orNull(nodeText(tree, node, MAX_CAPTION));
    const className = tree.attr(node, 'class');
    if (className && CREDIT.test(className)) credit ??= orNull(nodeText(tree, node, 200));
  }
  credit ??= creditIn(caption);
  const rest =
    caption && credit && caption.endsWith(credit) ? caption.slice(0, -credit.length) : caption;
  return { caption: orNull(rest?.replace(/[\s|(©-]+$/, '')), credit };
}

const CREDIT_IN = new RegExp(
  `(?:©|\\(c\\)|(?<!\\p{L})(?:${PICTURE_CREDIT})\\s*[:：/]).{2,80}$`,
  'iu',
);

/** «… (Photo: AFP)», «© Reuters», «صورة: …» at the end of a caption. */
function creditIn(caption: string | null): string | null {
  const m = CREDIT_IN.exec(caption ?? '');
  return m ? m[0].replace(/\)$/, '') : null;
}

/** One picture in its sizes: the address without query and size marks. */
function pictureKey(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/-?\d{2,4}x\d{2,4}/g, '');
}

function orNull(text: string | undefined | null): string | null {
  const line = plainLine(text ?? '');
  return line === '' ? null : line;
}
