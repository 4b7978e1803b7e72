import { type ArticleCard, type Page, shownArticle, shownRevision } from '@nashra/reader';
import { z } from 'zod';
import type { Library } from '../library/library.ts';
import { articlePath } from '../site/paths.ts';
import { Elsewhere } from '../site/site.ts';
import type { View } from '../site/view.ts';
import * as schemas from './schemas.ts';
import { articleJson, cardJson, storyJson } from './shapes.ts';

/** One address of the API: what it takes, what it gives, and from where; the OpenAPI document is made of these. */
export interface Endpoint {
  /** Under `/api/v1`, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly asked: z.ZodObject;
  readonly answer: z.ZodType;
  read(library: Library, asked: never, view: View): Promise<unknown>;
}

function endpoint<Asked extends z.ZodObject>(
  path: string,
  summary: string,
  asked: Asked,
  answer: z.ZodType,
  read: (library: Library, asked: z.infer<Asked>, view: View) => Promise<unknown>,
): Endpoint {
  return { path, summary, asked, answer, read: read as Endpoint['read'] };
}

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const text = z.string().min(1).max(200).optional();
const instant = z.iso.datetime({ offset: true }).optional();
const cards = schemas.pageSchema(schemas.cardSchema);
const listed = ({ items, next }: Page<ArticleCard>) => ({ items: items.map(cardJson), next });
const dateOf = (it: string | undefined) => (it === undefined ? undefined : new Date(it));

async function found(library: Library, id: number) {
  const told = await library.article(id);
  if (told) return told.article;
  throw new Elsewhere((await library.tombstone(id)) ? 410 : 404);
}

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint(
    '/headlines',
    'The latest headlines, one per story',
    z.object(schemas.pageQuery),
    cards,
    async (library, asked) => listed(await library.headlines(asked)),
  ),
  endpoint(
    '/articles',
    'Articles, the latest first; of one publisher, country, section, author, language or day',
    z.object({
      publisher: text.meta({ description: 'Slug' }),
      country: text.meta({ description: 'ISO 3166-1 alpha-2' }),
      section: text,
      author: text,
      language: text.meta({ description: 'BCP 47' }),
      day: z.iso.date().optional(),
      since: instant,
      until: instant,
      onePerStory: z.stringbool().default(false),
      ...schemas.pageQuery,
    }),
    cards,
    async (library, { after, limit, since, until, onePerStory, ...shelf }) => {
      const filter = { ...shelf, since: dateOf(since), until: dateOf(until), onePerStory };
      return listed(await library.articles(filter, { after, limit }));
    },
  ),
  endpoint(
    '/articles/{id}',
    'An article as it reads now; 410 when it was taken down',
    z.object({ id: number }),
    schemas.articleSchema,
    async (library, { id }, view) =>
      articleJson(view, shownArticle(await found(library, id), 'machines')),
  ),
  endpoint(
    '/articles/{id}/revisions',
    'What an article said before, in order',
    z.object({ id: number }),
    schemas.pageSchema(schemas.revisionSchema),
    async (library, { id }) => {
      const rows = await library.revisions((await found(library, id)).id);
      const items = rows.map(({ number, title, wordCount, createdAt }) => ({
        number,
        title,
        wordCount,
        createdAt: createdAt.toISOString(),
      }));
      return { items, next: null };
    },
  ),
  endpoint(
    '/articles/{id}/revisions/{number}',
    'One revision with its text',
    z.object({ id: number, number }),
    schemas.revisionSchema,
    async (library, { id, number: n }) => {
      const revision = await library.revision(await found(library, id), n);
      if (!revision) throw new Elsewhere(404);
      const { number, title, wordCount, createdAt, body } = shownRevision(revision, 'machines');
      return { number, title, wordCount, createdAt: createdAt.toISOString(), body };
    },
  ),
  endpoint(
    '/stories/{id}',
    'A story with its versions, in the order of first publication',
    z.object({ id: number }),
    schemas.storySchema,
    async (library, { id }) => {
      const story = await library.story(id);
      if (!story) throw new Elsewhere(404);
      return storyJson(story);
    },
  ),
  endpoint(
    '/publishers',
    'Who is read',
    z.object({}),
    schemas.pageSchema(schemas.publisherSchema),
    async (_, __, { publishers }) => ({
      items: [...publishers.values()].map(({ id: _id, state: _state, ...it }) => it),
      next: null,
    }),
  ),
  endpoint(
    '/sections',
    'Sections of all publishers, the fullest first',
    z.object({}),
    schemas.pageSchema(z.strictObject({ key: z.string(), name: z.string(), articles: z.int() })),
    async (library) => ({ items: await library.sections(), next: null }),
  ),
  endpoint(
    '/days',
    'Days with articles, the latest first',
    z.object({
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
    schemas.pageSchema(z.strictObject({ day: z.string(), articles: z.int() })),
    async (library, { month = '' }) => ({ items: await library.days(month), next: null }),
  ),
  endpoint(
    '/search',
    'Articles that answer a question',
    z.object({
      q: z.string().min(1).max(200),
      language: text,
      publisher: text,
      ...schemas.pageQuery,
    }),
    schemas.pageSchema(schemas.foundSchema),
    async ({ search }, { q, limit, ...asked }) => {
      const rows = await search(q, { ...asked, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const items = shown.map((it) => ({
        id: it.id,
        path: articlePath(it),
        title: it.title,
        publisher: it.publisher,
        language: it.language,
        publishedAt: it.publishedAt.toISOString(),
        snippet: it.snippet.replace(/<\/?mark>/g, ''),
      }));
      return { items, next: rows.length > limit ? (shown.at(-1)?.cursor ?? null) : null };
    },
  ),
];
