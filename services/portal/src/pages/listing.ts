import type { ArticleCard, Day, Month, Publisher, Page as Rows, Section } from '@nashra/reader';
import { type Html, html, told } from '@nashra/site';
import { countryPath, dayPath, monthPath, publisherPath, sectionPath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { calendarName, countryName } from '../words/dates.ts';
import { cards, isNew } from './card.ts';
import type { Page } from './layout.ts';
import { publisherName } from './publisher-name.ts';

export interface Listing {
  readonly title: string;
  /** As a page has it, where its text is a publisher's. */
  readonly heading?: Html;
  readonly intro?: Html | null;
  /** Of its first page, in no language. */
  readonly path: string;
  readonly isFirst: boolean;
  /** What weighs most, before what is latest. */
  readonly above?: readonly ArticleCard[];
  readonly hasFeed?: boolean;
}

/** A list of articles, a page of it. */
export function listingPage(view: View, rows: Rows<ArticleCard>, listing: Listing): Page {
  const { title, heading, intro, path, isFirst, above = [], hasFeed = true } = listing;
  const fresh = rows.items.filter((it) => isNew(view, it)).length;
  const main = html`<h1>${heading ?? title}</h1>${intro}${fresh > 0 && html`<p class="line">${view.words.newSince(view.words.articles(fresh))}</p>`}${above.length > 0 && prominent(view, above)}${cards(view, rows.items)}${more(view, rows.next, path, isFirst)}`;
  return {
    title,
    main,
    isLive: isFirst,
    ...(hasFeed && { feed: path }),
    // A name that nobody has is a page for who typed it, and none for search engines.
    ...(isFirst && rows.items.length > 0 ? {} : { noindex: true }),
    ...(path === '/' && { description: view.words.motto }),
  };
}

/** From home to the editions of countries, and to the sections that hold most. */
export function waysIn(view: View, sections: readonly Section[]): Html | null {
  const { words, tongue } = view;
  const codes = new Set(
    [...view.publishers.values()].flatMap((it) =>
      it.articles > 0 && it.country ? [it.country] : [],
    ),
  );
  const editions = [...codes].map(
    (code) => html`<a href="${view.href(countryPath(code))}">${countryName(code, tongue)}</a> `,
  );
  const places = sections.map(
    (it) => html`<a href="${view.href(sectionPath(it.name))}">${told(it.name, null)}</a> `,
  );
  return html`${editions.length > 1 && html`<nav class="ways" aria-label="${words.editions}">${editions}</nav>`}${
    places.length > 0 && html`<nav class="ways" aria-label="${words.sections}">${places}</nav>`
  }`;
}

function prominent(view: View, stories: readonly ArticleCard[]): Html {
  const { words } = view;
  return html`<section class="prominent" aria-label="${words.prominent}"><p class="line">${words.prominent}</p>${cards(view, stories)}</section>`;
}

function more(view: View, next: string | null, path: string, isFirst: boolean): Html | null {
  const { words } = view;
  if (isFirst && next === null) return null;
  return html`<p class="more">${!isFirst && html`<a href="${view.href(path)}">${words.newest}</a>`}
    ${next !== null && html`<a rel="next" href="${view.href(`${path}?after=${next}`)}">${words.older}</a>`}</p>`;
}

export function publishersPage(view: View, all: readonly Publisher[]): Page {
  const { words, tongue } = view;
  const countries = Map.groupBy(all, (it) => it.country ?? '');
  const main = html`<h1>${words.publishers}</h1>${all.length === 0 && html`<p class="empty">${words.nothing}</p>`}
    ${[...countries].map(
      ([code, publishers]) =>
        html`${
          code &&
          html`<h2><a href="${view.href(countryPath(code))}">${countryName(code, tongue)}</a></h2>`
        }<ul class="plain">${publishers.map(
          (it) =>
            html`<li><a href="${view.href(publisherPath(it.slug))}">${publisherName(view, it.slug, it.name)}</a> ${count(it.articles)}</li>`,
        )}</ul>`,
    )}`;
  return { title: words.publishers, main };
}

export function sectionsPage(view: View, sections: readonly Section[]): Page {
  const { words } = view;
  const rows = sections.map(
    (it) =>
      html`<li><a href="${view.href(sectionPath(it.name))}">${told(it.name, null)}</a> ${count(it.articles)}</li>`,
  );
  const list =
    rows.length > 0
      ? html`<ul class="plain">${rows}</ul>`
      : html`<p class="empty">${words.nothing}</p>`;
  return { title: words.sections, main: html`<h1>${words.sections}</h1>${list}` };
}

export function archivePage(view: View, months: readonly Month[]): Page {
  const { words, tongue } = view;
  const rows = months.map(
    (it) =>
      html`<li><a href="${view.href(monthPath(it.month))}">${calendarName(it.month, tongue)}</a> ${count(it.articles)}</li>`,
  );
  const list =
    rows.length > 0
      ? html`<ul class="plain">${rows}</ul>`
      : html`<p class="empty">${words.nothing}</p>`;
  return { title: words.archive, main: html`<h1>${words.archive}</h1>${list}` };
}

export function monthPage(view: View, month: string, days: readonly Day[]): Page {
  const title = calendarName(month, view.tongue);
  const rows = days.map(
    (it) =>
      html`<li><a href="${view.href(dayPath(it.day))}">${calendarName(it.day, view.tongue)}</a> ${count(it.articles)}</li>`,
  );
  const main = html`<h1>${title}</h1><ul class="plain">${rows}</ul>`;
  return { title, main, feed: monthPath(month) };
}

function count(articles: number): Html {
  return html`<span class="soft">(${articles})</span>`;
}
