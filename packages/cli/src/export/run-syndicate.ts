import {
  type ArticleCard,
  type ArticleFilter,
  asReader,
  type Channel,
  cardsOfArticles,
  listArticles,
  type Reader,
  readPublisher,
  readStory,
  search,
  shownCard,
  toJsonFeed,
  toRss,
} from '@nashra/reader';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { openReadingDb } from '../system/find-system.ts';

export interface SyndicateOptions extends ArticleFilter {
  readonly format: 'rss' | 'json';
  readonly story?: number;
  /** A question, of whose answers it is. */
  readonly search?: string;
  readonly limit: number;
}

/** The page of a feed that is of no site. */
const NOWHERE = 'https://nashra.invalid/';

/** Prints a feed of the latest articles of a publisher, a section, an author, a country, a story or a question. */
export async function runSyndicate(options: SyndicateOptions): Promise<void> {
  await using db = openReadingDb();
  const [channel, all] = await chosen(asReader(db), options);
  const cards = all.map((card) => shownCard(card, 'machines'));
  if (options.format === 'json') printJson(toJsonFeed(channel, cards));
  else print(toRss(channel, cards).trimEnd());
}

async function chosen(
  reader: Reader,
  { format: _, story: storyId, search: question, limit, ...filter }: SyndicateOptions,
): Promise<[Channel, readonly ArticleCard[]]> {
  if (storyId !== undefined) {
    const story = await readStory(reader, storyId);
    const first = story?.versions[0];
    if (!story || !first) throw new CliError(`No story ${storyId}.`);
    return [{ title: first.title, url: first.url }, story.versions.slice(0, limit)];
  }
  const publisher =
    filter.publisher === undefined ? undefined : await readPublisher(reader, filter.publisher);
  if (filter.publisher !== undefined && !publisher)
    throw new CliError(`No publisher "${filter.publisher}". "nashra sources list" shows them all.`);
  if (question?.trim() === '') throw new CliError('The question is empty.', EXIT.usage);
  if (question !== undefined) {
    const { publisher: slug, language } = filter;
    const found = await search(reader, question, { publisher: slug, language, limit });
    const ids = found.map(({ id }) => id);
    return [{ title: `Nashra · ${question}`, url: NOWHERE }, await cardsOfArticles(reader, ids)];
  }
  const { items } = await listArticles(reader, filter, { limit });
  const words = Object.values(filter).filter((it) => typeof it === 'string');
  const title = publisher?.nameNative ?? publisher?.name ?? ['Nashra', ...words].join(' · ');
  const url = publisher?.homepage ?? items[0]?.url ?? NOWHERE;
  return [{ title, url, language: publisher?.language ?? filter.language }, items];
}
