import type { Db } from '@nashra/db';
import { articleIds, asReader, readArticles } from '@nashra/reader';

/** All that readers see of each article but ids, by its address; a story is the addresses that are told together. */
export async function articlesOf(db: Db): Promise<Map<string, string>> {
  const reader = asReader(db);
  const articles = [];
  for await (const ids of articleIds(reader)) articles.push(...(await readArticles(reader, ids)));
  const stories = new Map<number | null, string[]>();
  for (const { story, url } of articles) stories.set(story, [...(stories.get(story) ?? []), url]);
  return new Map(
    articles.map(({ url, title, authors, body, publishedAt, language, publisher, story }) => {
      const together = stories.get(story)?.sort();
      const seen = { title, publishedAt, publisher, language, authors, together, body };
      return [url, JSON.stringify(seen)];
    }),
  );
}
