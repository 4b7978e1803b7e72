import type { ArticleCard, ReaderArticle, Story } from '@nashra/reader';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

type Common = Pick<
  ArticleCard,
  | 'id'
  | 'url'
  | 'title'
  | 'summary'
  | 'language'
  | 'publisher'
  | 'publisherName'
  | 'section'
  | 'authors'
  | 'publishedAt'
  | 'publishedPrecision'
  | 'revision'
  | 'wordCount'
  | 'story'
>;

export function cardJson(card: Common) {
  const { id, url, title, summary, language, publisher, publisherName, section, authors } = card;
  const { publishedPrecision, revision, wordCount, story } = card;
  return {
    id,
    path: articlePath(card),
    url,
    title,
    summary,
    language,
    publisher,
    publisherName,
    section,
    authors,
    publishedAt: card.publishedAt.toISOString(),
    publishedPrecision,
    revision,
    wordCount,
    story,
  };
}

export function articleJson(view: View, article: ReaderArticle) {
  return {
    ...cardJson(article),
    body: article.body,
    tags: article.tags,
    modifiedAt: iso(article.modifiedAt),
    copyOf: article.copyOf,
    display: article.display,
    rights: article.rights ? { ...article.rights } : null,
    images: article.images.map(({ id, isLead, caption, credit, alt }) => ({
      id,
      src: view.origin + view.imageSrc(id)(736),
      isLead,
      caption,
      credit,
      alt,
    })),
  };
}

export function storyJson(story: Story) {
  return {
    id: story.id,
    publishers: story.publishers,
    firstPublishedAt: iso(story.firstPublishedAt),
    lastPublishedAt: iso(story.lastPublishedAt),
    mergedInto: story.mergedInto,
    versions: story.versions.map((it) => ({
      ...cardJson(it),
      place: it.link?.place ?? null,
      delaySeconds: it.link?.delaySeconds ?? null,
      kind: it.link?.kind ?? null,
    })),
  };
}
