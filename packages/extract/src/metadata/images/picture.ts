import { FIRST_UNKNOWN_TAG, TAG, type Tree } from '@nashra/html';

/** File names of pixels, logos, icons, placeholders: furniture, not pictures of the news. */
const FURNITURE =
  /(?:^|[/_.-])(?:logo|logos|icon|icons|favicon|sprite|pixel|spacer|blank|placeholder|default|no-?image|avatar|gravatar|spinner|loading|lazy|1x1|transparent|share|social|emoji|badge|button|banner-?ad)s?(?:[/_.-]|\d*\.\w+$)/i;

/** True unless the address looks like furniture of the page. */
export function isPicture(url: string): boolean {
  if (url.startsWith('data:')) return false;
  const path = url.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]*/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  return !/\.svgz?$|\.gif$/i.test(file) && !FURNITURE.test(file === '' ? path : `/${file}`);
}

/** Whether an element shows a picture: `img`, and what AMP has in its place. */
export function isImage(tree: Tree, node: number): boolean {
  const tag = tree.tag[node] as number;
  return tag === TAG.img || (tag >= FIRST_UNKNOWN_TAG && tree.tagName(node) === 'amp-img');
}
