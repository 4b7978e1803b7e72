import { TAG, type Tree } from '@nashra/html';
import type { ArticleImage } from '../types.ts';
import { escapeHtml, safeAddress } from './escape.ts';

/** Players and posts that articles embed; they become links. */
const embedHosts =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|tiktok\.com|spotify\.com|soundcloud\.com|telegram\.org|t\.me|ok\.ru|rumble\.com|datawrapper\.de|flourish\.studio|documentcloud\.org|google\.com)$/;

/** A figure with the image and what is known about it. */
export function writeFigure(image: ArticleImage, base: string): string {
  const address = safeAddress(image.url, base);
  if (!address || address.startsWith('mailto:')) return '';
  const caption = [image.caption, image.credit].filter((part) => part).join(' – ');
  const text = caption ? `<figcaption dir="auto">${escapeHtml(caption)}</figcaption>` : '';
  return `<figure><img src="${address}" alt="${escapeHtml(image.alt ?? '')}">${text}</figure>\n`;
}

/** A paragraph with a link to what a frame shows; '' for frames that are no embeds. */
export function writeEmbed(tree: Tree, node: number, base: string): string {
  const source = tree.attr(node, 'src') || tree.attr(node, 'data-src');
  const address = safeAddress(source, base);
  const url = source ? URL.parse(source.trim(), base) : null;
  if (!address || !url || !embedHosts.test(url.hostname)) return '';
  return `<p><a href="${address}">${escapeHtml(url.hostname.replace(/^www\./, ''))}</a></p>\n`;
}

/** Images of the article by their node: those whose address, in one of its attributes, is listed. */
export function findImages(
  tree: Tree,
  from: number,
  to: number,
  images: readonly ArticleImage[],
  base: string,
): ReadonlyMap<number, ArticleImage> {
  const byUrl = new Map(images.map((image) => [image.url, image]));
  const found = new Map<number, ArticleImage>();
  for (let node = from; node < to && byUrl.size > 0; node++) {
    if (tree.tag[node] !== TAG.img) continue;
    const rows = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < rows; row++) {
      const name = tree.attrName(row);
      if (!/src|lazy|original/.test(name)) continue;
      const value = tree.attrValue(row);
      // What stands in for a picture that loads later.
      if (value.startsWith('data:')) continue;
      const candidates = name.endsWith('srcset')
        ? value
            .split(/,\s+/)
            .slice(0, 30)
            .map((part) => part.trim().split(/\s+/)[0] ?? '')
        : [value];
      for (const candidate of candidates) {
        const href = URL.parse(candidate.trim(), base)?.href ?? '';
        const image = byUrl.get(href);
        if (!image) continue;
        found.set(node, image);
        byUrl.delete(href);
      }
    }
  }
  return found;
}
