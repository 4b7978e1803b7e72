import { isOfMany } from '@nashra/address';
import { type LearnedPatterns, verdictOf } from './learned.ts';
import type { ListedPage } from './listed-pages.ts';
import { isHeadline } from './page-text.ts';

/** Pages of one kind before they are believed to be articles. */
const LEAST_ALIKE = 3;
/** Blocks of one form before one more is believed. */
const LEAST_BLOCKS = 3;

/**
 * The pages of a list that are articles. Addresses of one pattern stand or fall together: by what was learnt of the site, else by
 * how many of them have headlines; then a block like those of the articles is one too, whatever its address.
 */
export function articlesOf(pages: readonly ListedPage[], learned: LearnedPatterns): ListedPage[] {
  const shown = pages.filter((page) => verdictOf(learned, page.pattern) ?? !isFrame(page));
  const found = new Set<ListedPage>();
  for (const [pattern, alike] of Map.groupBy(shown, (page) => page.pattern)) {
    const known = verdictOf(learned, pattern);
    const news = known === null ? newsAmong(pattern, alike) : known ? alike : [];
    for (const page of news) found.add(page);
  }
  const left = shown.filter(
    (page) => !found.has(page) && verdictOf(learned, page.pattern) === null && speaks(page),
  );
  for (const page of likeOnes(left, found)) found.add(page);
  if (found.size === 0) for (const page of inBlocks(left)) found.add(page);
  return pages.filter((page) => found.has(page));
}

/** Of addresses of one pattern those under words that lead to headlines: `/article/1` and `/author/1` are of one pattern. */
function newsAmong(pattern: string, alike: readonly ListedPage[]): ListedPage[] {
  if (!isOfMany(pattern)) return [];
  const whole = areNews(alike);
  return [...Map.groupBy(alike, wordsOf).values()].flatMap((under) => {
    if (under.length >= LEAST_ALIKE) return areNews(under) ? under : [];
    return whole ? under.filter(speaks) : [];
  });
}

/** What stands before the last part of a path. */
const wordsOf = ({ address }: ListedPage) => new URL(address).pathname.replace(/[^/]*\/?$/, '');

const speaks = ({ headline }: ListedPage) => isHeadline(headline);

/** Whether it stands only in what every page has. */
const isFrame = ({ links }: ListedPage) =>
  links.every(({ isChrome, isHeaded }) => isChrome && !isHeaded);

function areNews(alike: readonly ListedPage[]): boolean {
  const headlines = alike.filter(speaks).length;
  return headlines >= LEAST_ALIKE && headlines * 2 >= alike.length;
}

/** Those whose block has the form that blocks of articles have. */
function likeOnes(left: readonly ListedPage[], found: ReadonlySet<ListedPage>): ListedPage[] {
  const forms = countForms([...found]);
  return left.filter(({ links }) =>
    links.some(
      ({ form, isHeaded, text }) =>
        isHeadline(text) && (forms.get(form) ?? 0) >= (isHeaded ? 1 : LEAST_BLOCKS),
    ),
  );
}

/** Where addresses tell nothing: blocks of one form, of which nearly all have headlines. */
function inBlocks(left: readonly ListedPage[]): ListedPage[] {
  const forms = countForms(left);
  return left.filter(({ links }) =>
    links.some(({ form, text }) => isHeadline(text) && (forms.get(form) ?? 0) > LEAST_BLOCKS),
  );
}

function countForms(pages: readonly ListedPage[]): Map<string, number> {
  const forms = new Map<string, number>();
  for (const { links } of pages) {
    const own = new Set(links.flatMap(({ form, text }) => (isHeadline(text) ? [form] : [])));
    for (const form of own) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}
