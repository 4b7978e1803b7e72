import { cleanText } from '@nashra/text';
import { z } from 'zod';

/** What goes inward is clean by its type. */
const text = z.string().transform(cleanText);
const instant = z.iso.datetime({ offset: true });

export const draftSchema = z.object({
  title: z.string().min(1).transform(cleanText),
  authors: z.array(text),
  body: text,
  html: text,
  summary: text.nullable(),
  section: text.nullable(),
  tags: z.array(text),
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
      caption: text.nullable(),
      credit: text.nullable(),
      alt: text.nullable(),
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

/** The same, as it is written. */
export type CleanDraft = z.output<typeof draftSchema>;

/** What dedupe decided should be written. Copies and unchanged pages need no writing. */
export type Decision =
  | {
      readonly kind: 'new';
      readonly articleId: number;
      readonly storyId: number;
      readonly copyOf: number | null;
    }
  | { readonly kind: 'revision'; readonly articleId: number };
