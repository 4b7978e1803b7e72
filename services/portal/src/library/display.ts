import type { ArticleCard, ReaderArticle, Revision } from '@nashra/reader';

/** How much of a publisher's articles may be shown: all, the beginning, or the headline with its link. */
export const DISPLAYS = ['full', 'summary', 'headline'] as const;
export type Display = (typeof DISPLAYS)[number];
export type DisplayOf = (publisher: string) => Display;

/** From `hespress=summary,le360=headline`, `*` for all others. @throws Error for anything else */
export function readDisplays(text: string): DisplayOf {
  const pairs = text.split(',').filter((it) => it.trim() !== '');
  const displays = new Map(
    pairs.map((pair) => {
      const [slug = '', name] = pair.split('=').map((it) => it.trim());
      const display = DISPLAYS.find((it) => it === name);
      if (!slug || !display) throw new Error(`no display: say slug=${DISPLAYS.join(' or slug=')}`);
      return [slug, display] as const;
    }),
  );
  const usual = displays.get('*') ?? 'full';
  return (publisher) => displays.get(publisher) ?? usual;
}

export function shownCard<Card extends ArticleCard>(card: Card, displayOf: DisplayOf): Card {
  if (displayOf(card.publisher) !== 'headline') return card;
  return { ...card, summary: null, image: null };
}

export function shownArticle(article: ReaderArticle, displayOf: DisplayOf): ReaderArticle {
  const display = displayOf(article.publisher);
  if (display === 'full') return article;
  const summary = display === 'summary' ? article.summary : null;
  return { ...article, summary, body: '', html: '', images: [] };
}

export function shownRevision(revision: Revision, display: Display): Revision {
  if (display === 'full') return revision;
  const summary = display === 'summary' ? revision.summary : null;
  return { ...revision, summary, body: '', html: '' };
}
