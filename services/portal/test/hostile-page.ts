import type { ArticleCard, Found, Publisher, ReaderArticle, Revision } from '@nashra/reader';
import { articlePage } from '../src/pages/article.ts';
import { cards } from '../src/pages/card.ts';
import { pageAnswer } from '../src/pages/layout.ts';
import { listingPage, publishersPage, sectionsPage, waysIn } from '../src/pages/listing.ts';
import { revisionPage, revisionsPage } from '../src/pages/revisions.ts';
import { searchPage } from '../src/pages/search.ts';
import { settingsPage } from '../src/pages/settings.ts';
import { viewOf } from '../src/site/view.ts';

export const SITE = 'http://portal.invalid';

/** An article whose every text is an attack, its body as it was stored by mistake, or as the sanitizer made it. */
export function hostilePage(attacks: readonly string[], body: string): string {
  const facts = {
    language: 'ar',
    publisher: 'x',
    publishedAt: new Date(0),
    publishedPrecision: 'second',
  };
  const listed = attacks.map((title, id) => ({
    ...facts,
    id,
    title,
    summary: title,
    section: title,
    publisherName: title,
    wordCount: 1,
    revision: 1,
    storyPublishers: 1,
  }));
  const strip = listed as unknown as readonly ArticleCard[];
  const view = viewOf({
    tongue: 'ar',
    path: '/x/1',
    origin: SITE,
    timeZone: 'UTC',
    publishers: new Map(),
    strip,
    imageSrc: (id) => () => `/image/${id}`,
  });
  const article = {
    ...listed[0],
    authors: attacks,
    tags: attacks,
    timeZone: 'UTC',
    body: attacks.join('\n\n'),
    html: body,
    url: attacks[0],
    images: attacks.map((caption, id) => ({
      id,
      url: caption,
      caption,
      credit: caption,
      alt: caption,
      isLead: false,
    })),
    modifiedAt: null,
  } as unknown as ReaderArticle;
  const page = articlePage(view, { article, story: undefined });
  return pageAnswer(view, { ...page, main: cards(view, strip), head: page.main }).text.replace(
    '</main>',
    `${page.main.text}</main>`,
  );
}

/** The answer to a question that is an attack, of articles that are. */
export function hostileSearch(attack: string, found: readonly string[]): string {
  const view = viewOf({
    tongue: 'ar',
    path: '/search',
    origin: SITE,
    timeZone: 'UTC',
    publishers: new Map(),
    strip: [],
    imageSrc: (id) => () => `/image/${id}`,
  });
  const rows = found.map((title, id) => ({
    ...{
      id,
      title,
      url: title,
      publisher: 'x',
      language: 'ar',
      storyId: id,
      rank: 1,
      cursor: title,
    },
    publishedAt: new Date(0),
    snippet: `${title} <mark>${title}</mark>`,
  }));
  const results = {
    question: attack,
    language: '',
    publisher: attack,
    period: '',
    found: rows as Found[],
    meant: attack,
    next: attack,
  };
  return pageAnswer(view, searchPage(view, results as never)).text;
}

/** Lists, versions and settings, each text of somebody else an attack. */
export function hostileLists(attacks: readonly string[]): string[] {
  const [one = ''] = attacks;
  const all = attacks.join(' ');
  const at = new Date(0);
  const publishers = attacks.map(
    (text, id) =>
      ({
        ...{ id, slug: text, name: text, nameNative: text, homepage: text, language: text },
        ...{ country: 'MA', timeZone: 'UTC', state: 'active', articles: 1 },
      }) as Publisher,
  );
  const view = viewOf({
    tongue: 'ar',
    path: `/section/${all}`,
    origin: SITE,
    timeZone: 'UTC',
    publishers: new Map(publishers.map((it) => [it.slug, it])),
    strip: [],
    imageSrc: (id) => () => `/image/${id}`,
  });
  const sections = attacks.map((name) => ({ name, key: name, articles: 1 }));
  const article = { id: 1, publisher: one, title: all, language: one } as ReaderArticle;
  const versions = attacks.map((title, number) => ({
    ...{ number, title, body: `${title} ${number}`, language: one, wordCount: 1 },
    ...{ createdAt: at, modifiedAt: null },
  })) as unknown as Revision[];
  const [first, second = first] = versions as [Revision, Revision?];
  const listing = { title: all, intro: waysIn(view, sections), path: '/', isFirst: false };
  const taste = { words: attacks, muted: [one], visits: null } as never;
  return [
    listingPage(view, { items: [], next: one }, listing),
    publishersPage(view, publishers),
    sectionsPage(view, sections),
    revisionsPage(view, article, versions),
    revisionPage(view, article, second as Revision, first),
    // Too much for a comparison word by word.
    revisionPage(view, article, { ...first, body: all.repeat(20) }, first),
    settingsPage(view, taste, true),
  ].map((page) => pageAnswer(view, page).text);
}
