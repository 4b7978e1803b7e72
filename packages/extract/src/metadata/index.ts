import { TAG } from '@nashra/html';
import type { ArticleImage, BodyFacts, Metadata, Page, PageKind } from '../types.ts';

/** Reads what the page says about itself; never throws. */
export function readMetadata({ tree, languageHint }: Page): Metadata {
  let title = '';
  for (let node = 0; node < tree.size && title === ''; node++) {
    if (tree.tag[node] !== TAG.h1) continue;
    for (let child = node + 1; child < (tree.end[node] ?? 0); child++) title += tree.text(child);
    title = title.replace(/\s+/g, ' ').trim();
  }
  return {
    title,
    authors: [],
    published: null,
    modified: null,
    section: null,
    tags: [],
    language: languageHint,
    canonicalUrl: null,
    ampUrl: null,
    leadImage: null,
    paywalled: false,
    liveBlog: false,
    titles: title ? [title] : [],
    descriptions: [],
    articleBody: '',
  };
}

/** Decides what kind of page it is, once the body is known. */
export function classifyPage(
  _page: Page,
  _metadata: Metadata,
  body: BodyFacts,
): { kind: PageKind; confidence: number } {
  return body.wordCount >= 60
    ? { kind: 'article', confidence: 0.5 }
    : { kind: 'other', confidence: 0.5 };
}

/** Images of the body with their captions, in document order. */
export function readImages(
  _page: Page,
  _metadata: Metadata,
  _body: BodyFacts,
): readonly ArticleImage[] {
  return [];
}
