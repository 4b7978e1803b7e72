import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

export const draftSchema = z.object({
  title: z.string().min(1),
  authors: z.array(z.string()),
  body: z.string(),
  html: z.string(),
  summary: z.string().nullable(),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  /** BCP 47. */
  language: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedPrecision: z.enum(['day', 'minute', 'second', 'approx']).nullable(),
  publishedSource: z.string().nullable(),
  modifiedAt: instant.nullable(),
  wordCount: z.int().min(0),
  /** The address the page itself calls its own. */
  canonical: z.string().nullable(),
  images: z.array(
    z.object({
      address: z.string(),
      isLead: z.boolean(),
      caption: z.string().nullable(),
      credit: z.string().nullable(),
      alt: z.string().nullable(),
    }),
  ),
  extractorVersion: z.string(),
  /** The body it was read from. */
  captureId: z.int(),
  /** What the page restricts, as packages/extract reads it; null for nothing. */
  rights: z.record(z.string(), z.unknown()).nullable().default(null),
  facts: z.record(z.string(), z.unknown()),
});

/** What parse read off one page: an article that has no identity yet. */
export type Draft = z.input<typeof draftSchema>;

/** What dedupe decided should be written. Copies and unchanged pages need no writing. */
export type Decision =
  | {
      readonly kind: 'new';
      readonly articleId: number;
      readonly storyId: number;
      readonly copyOf: number | null;
    }
  | { readonly kind: 'revision'; readonly articleId: number };
