import { attributeId, rowOf, TAG, type Tree } from '@nashra/html';
import type { ArticleImage, BodyFacts, Page } from '../../types.ts';
import { absoluteUrl } from '../address-of.ts';
import { HINT } from '../class-vocabulary.ts';
import { hintsOf } from '../class-words.ts';
import { isImage, isPicture } from './picture.ts';
import { describeImage, isSmallImage, sourceOf } from './read-images.ts';

const CLASS = attributeId('class');
/** Nodes before the headline among which its picture may stand. */
const BEFORE = 40;
/** Pixels of a picture that leads. */
const WIDE = 400;
/** Elements around a picture whose names are asked. */
const STEPS_UP = 6;
const FRAME = new Set<number>([TAG.aside, TAG.nav, TAG.footer, TAG.form]);

/**
 * The picture between the headline and the text, for pages that declare none. Right above the headline, before the text
 * of a page that shows no headline, and where the text has pictures too, it must be as wide as one that leads, or a figure. Between the two an empty box may show it behind itself, and a film
 * before it runs.
 * @param headline the element that shows the title, -1 where none does
 * @param isRival whether the text has pictures
 */
export function readHero(
  { tree, base }: Page,
  headline: number,
  { nodes }: Pick<BodyFacts, 'nodes'>,
  isRival = false,
): ArticleImage | null {
  const first = nodes[0];
  if (first === undefined || first < headline) return null;
  const begin = headline < 0 ? first : headline;
  for (const [from, to, isSure] of [
    [begin, first, isRival],
    [Math.max(1, begin - BEFORE), begin, true],
  ] as const) {
    for (let node = from; node < to; node++) {
      const drawn = isSure ? undefined : drawnIn(tree, node);
      if (drawn === undefined && (!isImage(tree, node) || isSmallImage(tree, node))) continue;
      if (isOfOthers(tree, node, first)) continue;
      if (drawn !== undefined) {
        const url = absoluteUrl(drawn, base);
        if (url !== null && isPicture(url)) return { url, caption: null, credit: null, alt: null };
        continue;
      }
      if (isSure && !isWide(tree, node)) continue;
      const url = absoluteUrl(sourceOf(tree, node), base);
      if (url !== null && isPicture(url)) return describeImage(tree, node, url);
    }
  }
  return null;
}

/** What an element without a word shows behind itself. */
const BACKGROUND = /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')\s]{3,2000})/i;

/** The picture that an empty box shows behind itself, or a film before it runs; undefined for other elements. */
function drawnIn(tree: Tree, node: number): string | undefined {
  if (tree.tag[node] === TAG.video) return tree.attr(node, 'poster');
  if (tree.tag[node] !== TAG.div || tree.end[node] !== node + 1) return undefined;
  return BACKGROUND.exec(tree.attr(node, 'style') ?? '')?.[1] ?? tree.attr(node, 'data-bg');
}

/** Whether a picture is a face beside a byline, or stands in a box about other pages or the page's frame. */
function isOfOthers(tree: Tree, image: number, text: number): boolean {
  let up = image;
  for (let step = 0; step < STEPS_UP && up > 0; step++) {
    // What holds the text too is the page's layout, whatever it is called.
    if (text >= up && text < (tree.end[up] as number)) return false;
    if (FRAME.has(tree.tag[up] as number)) return true;
    const row = rowOf(tree, up, CLASS);
    if (row >= 0 && (hintsOf(tree, row) & (HINT.aside | HINT.bio | HINT.author)) !== 0) return true;
    up = tree.parent[up] as number;
  }
  return false;
}

/** Whether a picture is a figure, or says that it is wide. */
function isWide(tree: Tree, image: number): boolean {
  const holder = tree.tag[tree.parent[image] as number];
  if (holder === TAG.figure || holder === TAG.picture) return true;
  if (Number.parseInt(tree.attr(image, 'width') ?? '', 10) >= WIDE) return true;
  const sizes = `${tree.attr(image, 'srcset') ?? ''} ${tree.attr(image, 'data-srcset') ?? ''}`;
  return [...sizes.matchAll(/\s(\d{3,4})w(?:,|\s|$)/g)].some(([, width]) => Number(width) >= WIDE);
}
