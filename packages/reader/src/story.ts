import { sql } from 'kysely';
import { type ArticleCard, type Picked, selectCards } from './cards.ts';
import { compiled } from './compiled.ts';
import type { Reader } from './open-reader.ts';
import type { VersionKind } from './schema.ts';

/** An article's place in the chain of its story. */
export interface Link {
  /** Counts from 1: who was first. */
  readonly place: number;
  /** When it was likely first out, and between which instants that lies. */
  readonly publishedAt: Date;
  readonly publishedFrom: Date;
  readonly publishedTo: Date;
  /** Why the stated time is not taken as it stands. */
  readonly doubts: readonly string[];
  /** After the first of the story. */
  readonly delaySeconds: number;
  readonly kind: VersionKind;
  /** The earlier article of which most of its text is; null for its own words. */
  readonly takenFrom: number | null;
  /** 0 to 1. */
  readonly takenShare: number;
  readonly agencies: readonly string[];
}

export interface StoryVersion extends ArticleCard {
  /** Null until some seconds after the story has a second article. */
  readonly link: Link | null;
}

/** A report, as several publishers tell it. */
export interface Story {
  readonly id: number;
  readonly articles: number;
  readonly publishers: number;
  readonly firstPublishedAt: Date | null;
  readonly lastPublishedAt: Date | null;
  /** The article to show for it. */
  readonly representative: number | null;
  /** The story that tells this report now. */
  readonly mergedInto: number | null;
  /** In the order of first publication, its first 200. */
  readonly versions: readonly StoryVersion[];
}

/** Written into the statement: a limit that is a parameter has it planned anew each time. */
const MOST = 200;

export async function readStory(reader: Reader, id: number): Promise<Story | undefined> {
  const [story] = await oneStory(reader, id);
  if (!story) return undefined;
  const [cards, links] = await Promise.all([cardsOfStory(reader, id), linksOfStory(reader, id)]);
  const byArticle = new Map(links.map(({ article_id, ...link }) => [article_id, link]));
  const versions = cards
    .map(({ micros: _, tie: __, ...card }) => ({ ...card, link: byArticle.get(card.id) ?? null }))
    .toSorted((a, b) => (a.link?.place ?? MOST) - (b.link?.place ?? MOST) || a.id - b.id);
  return { ...story, versions };
}

const oneStory = compiled((reader, id: number) =>
  reader
    .selectFrom('reader.stories')
    .select(['id', 'articles', 'publishers', 'first_published_at as firstPublishedAt'])
    .select(['last_published_at as lastPublishedAt', 'representative_id as representative'])
    .select('merged_into as mergedInto')
    .where('id', '=', id),
);

const cardsOfStory = compiled((reader, id: number) =>
  selectCards(
    reader,
    sql<Picked>`(select article_id, published_at as at, article_id as tie from reader.timeline where story_id = ${id}
      order by published_at, article_id limit ${sql.lit(MOST)})`,
  ),
);

const linksOfStory = compiled((reader, id: number) =>
  reader
    .selectFrom('reader.story_versions')
    .select(['article_id', 'place', 'published_at as publishedAt', 'doubts', 'kind', 'agencies'])
    .select(['published_from as publishedFrom', 'published_to as publishedTo'])
    .select(['delay_seconds as delaySeconds', 'taken_from as takenFrom'])
    .select('taken_share as takenShare')
    .where('story_id', '=', id)
    .orderBy('place')
    .limit(sql.lit(MOST)),
);
