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

/** Bytes to a page: decoded and parsed once, for metadata, body and images. */
export function openPage(bytes: Uint8Array, options: ExtractOptions): Page {
  const tree = parseHtml(decodeToUtf8(bytes, { contentType: options.contentType, kind: 'html' }));
  reveal(tree);
  const languageHint = declaredLanguage(tree) ?? options.publisher?.language ?? null;
  const base = declaredBase(tree, options.url);
  return { tree, url: options.url, base, languageHint, options };
}
