import { type ReaderArticle, shownArticle } from '@nashra/reader';
import type { Parcel } from '@nashra/subscriptions';

/** What a receiver gets: the matches of its query in order, with the articles as they read now. */
export function messageOf(
  { queryId, query, seq, matches }: Parcel,
  articles: ReadonlyMap<number, ReaderArticle>,
): { id: string; body: string } {
  const body = JSON.stringify({
    type: 'query.matches',
    timestamp: matches.at(-1)?.at ?? null,
    data: {
      query,
      matches: matches.map(({ seq, event, articleId, at }) => {
        const article = articles.get(articleId);
        return {
          seq,
          event,
          at,
          articleId,
          article: article ? brief(shownArticle(article, 'machines')) : null,
        };
      }),
    },
  });
  // The same at every try, so that a receiver who took it and could not say so knows it again.
  return { id: `${queryId}-${seq}`, body };
}

function brief(article: ReaderArticle) {
  const { id, title, publisher, publishedAt, language, authors, section, url, story } = article;
  const { summary, wordCount, revision } = article;
  return {
    ...{ id, title, publisher, publishedAt, language, authors, section, summary, url },
    ...{ story, wordCount, revision },
  };
}
