import type { ArticleFilter } from '@nashra/reader';
import { html, told } from '@nashra/site';
import type { Library } from '../library/library.ts';
import { aboutPage, type Robot } from '../pages/about.ts';
import {
  archivePage,
  type Listing,
  listingPage,
  monthPage,
  publishersPage,
  sectionsPage,
  waysIn,
} from '../pages/listing.ts';
import { nameOf, publisherName } from '../pages/publisher-name.ts';
import { authorPath, countryPath, dayPath, publisherPath, sectionPath } from '../site/paths.ts';
import { type Ask, Elsewhere, type Site } from '../site/site.ts';
import { wants } from '../site/taste.ts';
import type { View } from '../site/view.ts';
import { calendarName, countryName } from '../words/dates.ts';

/** Which articles a listing holds, and what it is called. */
export interface Shelf extends Omit<Listing, 'isFirst' | 'above'> {
  /** Undefined for the stories of all. */
  readonly filter?: ArticleFilter;
}

export const PAGE_LENGTH = 40;
const SECTIONS_AT_HOME = 8;

/** The listings there are, by their route; undefined where nothing of the kind is known. */
export const SHELVES: Readonly<
  Record<string, (params: Ask['params'], view: View) => Shelf | undefined>
> = {
  '/': (_, { words }) => ({ title: words.latest, path: '/' }),
  '/:publisher(^[a-z0-9-]{1,100}$)': ({ publisher = '' }, view) => publisherShelf(publisher, view),
  '/publisher/:publisher': ({ publisher = '' }, view) => publisherShelf(publisher, view),
  '/section/:name': ({ name = '' }, { words }) => ({
    title: `${words.section}: ${name}`,
    heading: html`${words.section}: ${told(name, null)}`,
    path: sectionPath(name),
    filter: { section: name },
  }),
  '/author/:name': ({ name = '' }, { words }) => ({
    title: `${words.author}: ${name}`,
    heading: html`${words.author}: ${told(name, null)}`,
    path: authorPath(name),
    filter: { author: name },
  }),
  '/country/:code(^[a-z]{2}$)': ({ code = '' }, { words, tongue, publishers }) => {
    const country = code.toUpperCase();
    if (![...publishers.values()].some((it) => it.country === country)) return undefined;
    return {
      title: `${words.country}: ${countryName(code, tongue)}`,
      path: countryPath(code),
      filter: { country, onePerStory: true },
    };
  },
  '/day/:day(^\\d{4}-\\d{2}-\\d{2}$)': ({ day = '' }, { tongue }) => {
    if (!isDay(day)) return undefined;
    return { title: calendarName(day, tongue), path: dayPath(day), filter: { day } };
  },
};

/** False for 30 February too, which `Date` takes for a day of March. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}

function publisherShelf(slug: string, view: View): Shelf | undefined {
  const known = view.publishers.get(slug);
  if (!known) return undefined;
  const { homepage } = known;
  const isWeb = homepage !== null && /^https?:\/\//i.test(homepage);
  return {
    title: nameOf(view, slug, known.name),
    heading: publisherName(view, slug, known.name),
    intro: isWeb
      ? html`<p class="line"><a href="${homepage}" rel="noopener nofollow external" referrerpolicy="no-referrer">${view.words.homepage}</a></p>`
      : null,
    path: publisherPath(slug),
    filter: { publisher: slug },
  };
}

export function serveListings(site: Site, library: Library, robot: Robot): void {
  for (const [route, shelfOf] of Object.entries(SHELVES)) {
    site.page(route, async ({ params, after }, view) => {
      const shelf = shelfOf(params, view);
      if (!shelf) throw new Elsewhere(404);
      const options = { after, limit: PAGE_LENGTH };
      const rows = shelf.filter
        ? await library.articles(shelf.filter, options)
        : await library.headlines(options);
      const isFirst = after === undefined;
      const isHome = !shelf.filter && isFirst;
      const wanted = view.taste ? wants(view.taste) : () => true;
      const above = isHome ? (await library.prominent()).filter(wanted) : [];
      const sections = isHome ? (await library.sections()).slice(0, SECTIONS_AT_HOME) : [];
      const isAbove = new Set(above.map((it) => it.story));
      const items = rows.items.filter((it) => wanted(it) && !isAbove.has(it.story));
      const intro = isHome ? waysIn(view, sections) : (shelf.intro ?? null);
      return listingPage(view, { ...rows, items }, { ...shelf, intro, isFirst, above });
    });
  }
  site.page('/publishers', async (_, view) => publishersPage(view, [...view.publishers.values()]));
  site.page('/sections', async (_, view) => sectionsPage(view, await library.sections()));
  site.page('/archive', async (_, view) => archivePage(view, await library.months()));
  site.page('/month/:month(^\\d{4}-(?:0[1-9]|1[0-2])$)', async ({ params }, view) => {
    const { month = '' } = params;
    const days = await library.days(month);
    if (days.length === 0) throw new Elsewhere(404);
    return monthPage(view, month, days);
  });
  site.page('/about', async (_, view) => aboutPage(view, robot));
  site.page('/strip', async (_, { words }) => ({
    title: words.strip,
    main: html``,
    noindex: true,
  }));
}
