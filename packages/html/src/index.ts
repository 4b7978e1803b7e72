export { attributeId } from './attribute-names.ts';
export { DEFAULT_HTML_LIMITS, type HtmlLimits } from './limits.ts';
export { parseHtml } from './parse-html.ts';
export { rowOf } from './row-of.ts';
export { sameBytes } from './same-bytes.ts';
export { textContent } from './subtree.ts';
export { FIRST_UNKNOWN_TAG, type KnownTag, TAG, TAG_NAMES } from './tags.ts';
export { NODE, type Tree } from './tree.ts';
export { UnitBuffer } from './unit-buffer.ts';
