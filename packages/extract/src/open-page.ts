import { parseHtml, TAG, type Tree } from '@nashra/html';
import { decodeToUtf8 } from '@nashra/text';
import { absoluteUrl } from './metadata/address-of.ts';
import { reveal } from './reveal.ts';
import type { ExtractOptions, Page } from './types.ts';

function declaredLanguage(tree: Tree): string | null {
  for (let node = 1; node < Math.min(tree.size, 8); node++) {
    if (tree.tag[node] === TAG.html) return tree.attr(node, 'lang')?.trim() || null;
  }
  return null;
}

/** The first `base` that leads somewhere; one for windows alone (`target`) does not. */
function declaredBase(tree: Tree, url: string): string {
  for (let node = 1; node < tree.size && tree.tag[node] !== TAG.body; node++) {
    if (tree.tag[node] !== TAG.base) continue;
    const base = absoluteUrl(tree.attr(node, 'href'), url);
    if (base !== null) return base;
  }
  return url;
}

/** Characters of a page that its windows are told beside; fewer say that a browser is too old. */
const WHOLE = 600;
const FRAMES = /<\/?(?:frameset|frame|noframes|body)\b[^>]*>/gi;

/** The tree of what a page of windows tells those who see none (`noframes`), null where that is no text. */
function withoutFrames(bytes: Uint8Array, tree: Tree): Tree | null {
  const node = tree.tag.indexOf(TAG.noframes);
  if (node < 0 || node >= tree.size || !tree.tag.includes(TAG.frameset)) return null;
  let chars = 0;
  for (let at = node + 1; at < (tree.end[node] as number); at++) chars += tree.text(at).length;
  if (chars < WHOLE) return null;
  return parseHtml(new TextDecoder().decode(bytes).replace(FRAMES, ''));
}

/** Bytes to a page: decoded and parsed once, for metadata, body and images. */
export function openPage(bytes: Uint8Array, options: ExtractOptions): Page {
  const text = decodeToUtf8(bytes, { contentType: options.contentType, kind: 'html' });
  const framed = parseHtml(text);
  const tree = withoutFrames(text, framed) ?? framed;
  reveal(tree);
  const languageHint = declaredLanguage(tree) ?? options.publisher?.language ?? null;
  const base = declaredBase(tree, options.url);
  return { tree, url: options.url, base, languageHint, options };
}
