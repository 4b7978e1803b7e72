import type { BodyFacts, Metadata, Page, PageKind } from '../../types.ts';

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
