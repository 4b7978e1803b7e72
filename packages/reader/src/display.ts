/** How much of an article may be shown: all, its summary, or its headline with the link. */
export const DISPLAYS = ['full', 'summary', 'headline'] as const;
export type Display = (typeof DISPLAYS)[number];

/** What a page restricts; null where it restricts nothing. See `reader.articles`. */
export interface Rights {
  /** Characters of text that may be shown at the most. */
  readonly snippet?: number;
  /** No image of it may be shown. */
  readonly image?: false;
  /** Search engines are not to list it. */
  readonly index?: false;
  /** Text and data mining is reserved. */
  readonly mining?: 'reserved';
  /** Where it says to whom and how what is reserved is given. */
  readonly policy?: string;
}

/** Who is shown something: people read, machines (an API, files, agents, webhooks) go on with what they get. */
export type Audience = 'people' | 'machines';

interface Bound {
  readonly display: Display;
  readonly rights: Rights | null;
}

/** The narrower of two. */
export function narrower(one: Display, other: Display): Display {
  return DISPLAYS.indexOf(one) > DISPLAYS.indexOf(other) ? one : other;
}

/** How much of it this audience may be shown: of what is reserved from mining, machines get the summary. */
export function displayFor({ display, rights }: Bound, audience: Audience): Display {
  return audience === 'machines' && rights?.mining ? narrower(display, 'summary') : display;
}

interface Texts extends Bound {
  readonly summary: string | null;
}

function summaryOf({ summary, rights }: Texts, display: Display): string | null {
  if (display === 'headline' || summary === null) return null;
  const most = rights?.snippet;
  if (most === undefined || summary.length <= most) return summary;
  const cut = summary.slice(0, Math.max(0, most - 1)).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** A card with what may be shown of it alone. */
export function shownCard<Card extends Texts & { readonly image: unknown }>(
  card: Card,
  audience: Audience,
): Card {
  if (card.display === 'full' && card.rights === null) return card;
  const display = displayFor(card, audience);
  const image = display === 'headline' || card.rights?.image === false ? null : card.image;
  return { ...card, display, summary: summaryOf(card, display), image };
}

/** An article with what may be shown of it alone. */
export function shownArticle<
  Article extends Texts & {
    readonly body: string;
    readonly html: string;
    readonly images: readonly unknown[];
  },
>(article: Article, audience: Audience): Article {
  if (article.display === 'full' && article.rights === null) return article;
  const display = displayFor(article, audience);
  const summary = summaryOf(article, display);
  const isFull = display === 'full';
  const images = isFull && article.rights?.image !== false ? article.images : [];
  const texts = isFull ? {} : { body: '', html: '' };
  return { ...article, display, summary, images, ...texts };
}

/** A revision with what may be shown of it alone. */
export function shownRevision<
  Revised extends Texts & { readonly body: string; readonly html: string },
>(revision: Revised, audience: Audience): Revised {
  const { images: _, ...shown } = shownArticle({ ...revision, images: [] }, audience);
  return shown as unknown as Revised;
}
