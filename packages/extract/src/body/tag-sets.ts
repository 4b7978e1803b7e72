import { type KnownTag, TAG } from '@nashra/html';

const flags = (names: readonly KnownTag[]): Uint8Array => {
  const set = new Uint8Array(0x10000);
  for (const name of names) set[TAG[name]] = 1;
  return set;
};

/** Elements whose content is never text of the page. */
export const isSkipped = flags([
  'head', 'title', 'script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'embed',
  'video', 'audio', 'canvas', 'select', 'option', 'optgroup', 'datalist', 'textarea', 'button',
  'noframes', 'noembed', 'frameset', 'map', 'progress', 'meter', 'rt', 'rp', 'applet', 'annotation',
  'annotation-xml',
]); // biome-ignore format: a word list reads better in lines

/** Elements that start and end a block of text. Names that HTML does not know are inline, as in browsers. */
export const isBlock = flags([
  'html', 'body', 'div', 'p', 'center', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hgroup',
  'header', 'footer', 'main', 'article', 'section', 'aside', 'nav', 'address', 'blockquote',
  'figure', 'figcaption', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'menu', 'table', 'caption', 'thead',
  'tbody', 'tfoot', 'tr', 'td', 'th', 'form', 'fieldset', 'legend', 'details', 'summary', 'dialog',
  'search', 'listing', 'xmp', 'plaintext', 'marquee', 'dir',
]); // biome-ignore format: a word list reads better in lines

export const isBold = flags(['b', 'strong']);
export const isItalic = flags(['i', 'em', 'cite']);
export const isHeading = flags(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Ancestors that say something about a block, one bit each. */
export const CONTEXT_TAGS = [
  'article', 'main', 'section', 'aside', 'footer', 'header', 'nav', 'ul', 'ol', 'table',
  'blockquote', 'figure', 'figcaption', 'form', 'a', 'dl', 'details', 'address', 'dialog', 'li',
] as const satisfies readonly KnownTag[]; // biome-ignore format: a word list reads better in lines

/** Bit of a tag in the set of ancestors, 0 for tags that say nothing. */
export const contextBit = new Int32Array(0x10000);
for (const [index, name] of CONTEXT_TAGS.entries()) contextBit[TAG[name]] = 1 << index;
