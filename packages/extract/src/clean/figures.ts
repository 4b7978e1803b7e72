import type { Tree } from '@nashra/html';
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
