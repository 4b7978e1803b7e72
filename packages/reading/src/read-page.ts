import type { Draft } from '@nashra/articles';
import { type Extraction, extract, type PublisherMemory } from '@nashra/extract';
import type { KeptPage } from './kept-page.ts';
import { trustedCanonical } from './trusted-canonical.ts';

export interface ReadOptions {
  /** What other pages of its publisher taught. */
  readonly memory?: PublisherMemory | undefined;
  /** Whether it is to teach something itself. */
  readonly observe?: boolean;
}

/** Reads a kept page as the parse stage does. */
export function readPage(
  page: KeptPage,
  bytes: Buffer,
  { memory, observe = false }: ReadOptions = {},
): Extraction {
  const { url, contentType, headers, publisher, entry } = page;
  const { name, timeZone, language } = publisher;
  return extract(bytes, {
    url,
    ...(contentType === undefined ? {} : { contentType }),
    headers,
    now: page.capturedAt,
    observe,
    ...(memory ? { memory } : {}),
    publisher: { name, timeZone, ...(language === null ? {} : { language }) },
    ...(entry ? { feedEntry: entry } : {}),
  });
}

/** An extraction as it is kept until its article is written. */
export function draftOf(page: KeptPage, extraction: Extraction): Draft {
  const { published, modified, leadImage } = extraction;
  const images = leadImage
    ? [leadImage, ...extraction.images.filter((image) => image.url !== leadImage.url)]
    : extraction.images;
  const named = extraction.canonicalUrl === null ? [] : [extraction.canonicalUrl];
  return {
    title: extraction.title || page.entry?.title || page.url,
    authors:
      extraction.authors.length > 0 ? [...extraction.authors] : [...(page.entry?.authors ?? [])],
    body: extraction.body,
    html: extraction.html,
    summary: page.entry?.summary ?? null,
    section: extraction.section,
    tags: [...extraction.tags],
    language: extraction.language ?? page.publisher.language,
    publishedAt: published?.instant ?? null,
    publishedPrecision: published?.precision ?? null,
    publishedSource: published?.source ?? null,
    modifiedAt: modified?.instant ?? null,
    wordCount: extraction.wordCount,
    canonical: trustedCanonical(page.url, named) ?? page.url,
    images: images.map(({ url, caption, credit, alt }) => ({
      address: url,
      isLead: url === leadImage?.url,
      caption,
      credit,
      alt,
    })),
    extractorVersion: extraction.extractorVersion,
    captureId: page.captureId,
    rights: extraction.rights && { ...extraction.rights },
    facts: {
      // What stands in for a date that the page does not say.
      seenAt: page.capturedAt.toISOString(),
      confidence: extraction.confidence,
      sureness: extraction.sureness,
      evidence: extraction.evidence,
      paywalled: extraction.paywalled,
      liveBlog: extraction.liveBlog,
      ampUrl: extraction.ampUrl,
      warnings: extraction.warnings,
    },
  };
}
