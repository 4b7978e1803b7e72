import { parseHtml, TAG, type Tree } from '@nashra/html';
import { decodeToUtf8 } from '@nashra/text';
import type { ExtractOptions, Page } from './types.ts';

function declaredLanguage(tree: Tree): string | null {
  for (let node = 1; node < Math.min(tree.size, 8); node++) {
    if (tree.tag[node] === TAG.html) return tree.attr(node, 'lang')?.trim() || null;
  }
  return null;
}

/** Bytes to a page: decoded and parsed once, for metadata, body and images. */
export function openPage(bytes: Uint8Array, options: ExtractOptions): Page {
  const tree = parseHtml(decodeToUtf8(bytes, { contentType: options.contentType, kind: 'html' }));
  const languageHint = declaredLanguage(tree) ?? options.publisher?.language ?? null;
  return { tree, url: options.url, languageHint, options };
}
