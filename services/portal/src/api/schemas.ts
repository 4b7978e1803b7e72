import { z } from 'zod';

const instant = z.iso.datetime().meta({ description: 'UTC' });
const language = z.string().nullable().meta({ description: 'BCP 47' });
const id = z.int().positive();

export const cardSchema = z
  .strictObject({
    id,
    path: z.string().meta({ description: 'Of its page here; for good' }),
    url: z.string().meta({ description: 'Of the original' }),
    title: z.string(),
    summary: z.string().nullable(),
    language,
    publisher: z.string().meta({ description: 'Slug' }),
    publisherName: z.string(),
    section: z.string().nullable(),
    authors: z.array(z.string()),
    publishedAt: instant,
    publishedPrecision: z.enum(['day', 'minute', 'second', 'approx']).nullable(),
    revision: z.int().positive(),
    wordCount: z.int().nonnegative(),
    story: z.int(),
  })
  .meta({ description: 'An article in a list' });

export const imageSchema = z.strictObject({
  id,
  src: z.string().meta({ description: 'Where it is served here' }),
  isLead: z.boolean(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  alt: z.string().nullable(),
});

export const articleSchema = cardSchema
  .extend({
    body: z.string().meta({ description: 'Plain text, paragraphs apart by an empty line' }),
    tags: z.array(z.string()),
    modifiedAt: instant.nullable(),
    copyOf: id.nullable(),
    images: z.array(imageSchema),
    display: z
      .enum(['full', 'summary', 'headline'])
      .meta({ description: 'How much of it is given here' }),
    rights: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'What its page restricts' }),
  })
  .meta({ description: 'As much of it as its publisher and its page let be given to machines' });

export const storySchema = z
  .strictObject({
    id: z.int(),
    publishers: z.int(),
    firstPublishedAt: instant.nullable(),
    lastPublishedAt: instant.nullable(),
    mergedInto: z.int().nullable(),
    versions: z.array(
      cardSchema.extend({
        place: z.int().nullable().meta({ description: 'Counts from 1: who was first' }),
        delaySeconds: z.number().nullable(),
        kind: z.string().nullable(),
      }),
    ),
  })
  .meta({ description: 'A report, as several publishers tell it' });

export const revisionSchema = z.strictObject({
  number: z.int().positive(),
  title: z.string(),
  wordCount: z.int(),
  createdAt: instant,
  body: z.string().optional(),
});

export const publisherSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  nameNative: z.string().nullable(),
  homepage: z.string().nullable(),
  language,
  country: z.string().nullable(),
  timeZone: z.string(),
  articles: z.int(),
});

export const foundSchema = z.strictObject({
  id,
  path: z.string(),
  title: z.string(),
  publisher: z.string(),
  language,
  publishedAt: instant,
  snippet: z.string().meta({ description: 'Plain text around the first hit' }),
});

export const errorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});

/** Some rows, and the `after` of those that follow. */
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const pageQuery = {
  after: z.string().max(100).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
