import {
  type ArticleCard,
  type ArticleFilter,
  type Display,
  type Found,
  listArticles,
  listDays,
  listHeadlines,
  listMonths,
  listPublishers,
  listRevisions,
  listSections,
  narrower,
  type Page,
  type PageOptions,
  type Publisher,
  type Reader,
  type ReaderArticle,
  type Revision,
  type RevisionCard,
  readArticle,
  readImage,
  readRevision,
  readStory,
  readTombstone,
  type SearchOptions,
  type ShownImage,
  type Story,
  search,
  shownArticle,
  shownCard,
  shownRevision,
  suggest,
  type Tombstone,
} from '@nashra/reader';
import type { Cache } from './cache.ts';
import type { DisplayOf } from './display.ts';
import { PROMINENT_AMONG, prominentOf } from './prominent.ts';
import { STRIP_ASKED, stripOf } from './strip.ts';

/** An article with what stands beside it. */
export interface Told {
  readonly article: ReaderArticle;
  /** Where others tell it too. */
  readonly story: Story | undefined;
}

/** All that the site reads, kept until it changes, and cut to what each publisher lets be shown. */
export interface Library {
  strip(): Promise<readonly ArticleCard[]>;
  /** The stories that weigh most now. */
  prominent(): Promise<readonly ArticleCard[]>;
  headlines(options: PageOptions): Promise<Page<ArticleCard>>;
  articles(filter: ArticleFilter, options: PageOptions): Promise<Page<ArticleCard>>;
  article(id: number): Promise<Told | undefined>;
  story(id: number): Promise<Story | undefined>;
  tombstone(id: number): Promise<Tombstone | undefined>;
  revisions(articleId: number): Promise<readonly RevisionCard[]>;
  revision(article: ReaderArticle, number: number): Promise<Revision | undefined>;
  /** Undefined where none may be shown. */
  image(id: number): Promise<ShownImage | undefined>;
  publishers(): Promise<ReadonlyMap<string, Publisher>>;
  sections(): ReturnType<typeof listSections>;
  months(): ReturnType<typeof listMonths>;
  days(within: string): ReturnType<typeof listDays>;
  search(question: string, options: SearchOptions): Promise<readonly Found[]>;
  suggest(question: string): Promise<string | null>;
}

const LATEST = Math.max(STRIP_ASKED, PROMINENT_AMONG);

/** By which what changes is called stale; on answers they are the surrogate keys of a CDN. */
export const TAGS = {
  lists: 'lists',
  article: (id: number) => `article-${id}`,
  story: (id: number) => `story-${id}`,
} as const;

export function openLibrary(reader: Reader, cache: Cache, displayOf: DisplayOf): Library {
  async function keep<T>(
    key: string,
    read: () => Promise<T>,
    tagsOf: (value: T) => readonly string[] = () => [TAGS.lists],
  ): Promise<T> {
    return await cache.get(key, async () => {
      const value = await read();
      return { value, tags: tagsOf(value), size: sizeOf(value) };
    });
  }
  /** The site's own policy on top of what the publisher's row and the page say. */
  const own = <T extends { readonly publisher: string; readonly display: Display }>(it: T): T => {
    const display = narrower(it.display, displayOf(it.publisher));
    return display === it.display ? it : { ...it, display };
  };
  const card = <T extends ArticleCard>(it: T): T => shownCard(own(it), 'people');
  const shown = ({ items, next }: Page<ArticleCard>) => ({
    items: items.map(card),
    next,
  });
  /** Of which the strip and what weighs most are chosen. */
  const latest = () =>
    keep('latest', async () => (await listHeadlines(reader, { limit: LATEST })).items);
  const storyOf = async (id: number): Promise<Story | undefined> => {
    const story = await readStory(reader, id);
    return story && { ...story, versions: story.versions.map(card) };
  };
  return {
    async search(question, options) {
      const rows = await search(reader, question, options);
      return rows.map((it) => (displayOf(it.publisher) === 'full' ? it : { ...it, snippet: '' }));
    },
    suggest: (question) => suggest(reader, question),
    strip: () => keep('strip', async () => stripOf((await latest()).slice(0, STRIP_ASKED))),
    prominent: () =>
      keep('prominent', async () => prominentOf(await latest(), Date.now()).map(card)),
    headlines: (options) =>
      keep(keyOf('headlines', options), async () => shown(await listHeadlines(reader, options))),
    articles: (filter, options) =>
      keep(keyOf('articles', { ...filter, ...options }), async () =>
        shown(await listArticles(reader, filter, options)),
      ),
    article: (id) =>
      keep(
        `article ${id}`,
        async () => {
          const article = await readArticle(reader, id);
          if (!article) return undefined;
          return {
            article: shownArticle(own(article), 'people'),
            story: article.storyArticles > 1 ? await storyOf(article.story) : undefined,
          };
        },
        (told) => [
          TAGS.article(id),
          ...(told ? [TAGS.story(told.article.story)] : []),
          ...(told?.story?.versions ?? []).map((it) => TAGS.article(it.id)),
        ],
      ),
    story: (id) =>
      keep(
        `story ${id}`,
        () => storyOf(id),
        () => [TAGS.story(id)],
      ),
    tombstone: (id) =>
      keep(
        `tombstone ${id}`,
        () => readTombstone(reader, id),
        () => [TAGS.article(id)],
      ),
    revisions: (id) =>
      keep(
        `revisions ${id}`,
        () => listRevisions(reader, id),
        () => [TAGS.article(id)],
      ),
    // What its page restricts now holds for what it said before.
    revision: async (article, number) => {
      const revision = await readRevision(reader, article.id, number);
      if (!revision) return undefined;
      const display = narrower(revision.display, article.display);
      return shownRevision({ ...revision, display }, 'people');
    },
    image: (id) =>
      keep(
        `image ${id}`,
        async () => {
          const image = await readImage(reader, id);
          if (!image || image.rights?.image === false) return undefined;
          return own(image).display === 'full' ? image : undefined;
        },
        (image) => [image ? TAGS.article(image.articleId) : TAGS.lists],
      ),
    publishers: () =>
      keep('publishers', async () => {
        const all = await listPublishers(reader);
        return new Map(all.map((it) => [it.slug, it]));
      }),
    sections: () => keep('sections', () => listSections(reader)),
    months: () => keep('months', () => listMonths(reader)),
    days: (within) => keep(`days ${within}`, () => listDays(reader, within)),
  };
}

const keyOf = (name: string, options: object) => `${name} ${JSON.stringify(options)}`;

/** About what a value takes in memory. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  const held = value instanceof Map ? [...value.values()] : Object.values(value);
  return held.reduce<number>((sum, it) => sum + 32 + sizeOf(it), 0);
}
