import type { Found } from '@nashra/reader';
import { type Html, html, telling, told } from '@nashra/site';
import { articlePath, publisherPath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';
import { moment } from './moment.ts';
import { nameOf, publisherName } from './publisher-name.ts';

const DAY_MS = 86_400_000;
/** How far back is looked, in milliseconds. */
export const PERIODS = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 31 * DAY_MS,
  year: 366 * DAY_MS,
} as const;

/** A question and its filters; empty where all is wanted. */
export interface Asking {
  readonly question: string;
  readonly language: string;
  /** Slug or name. */
  readonly publisher: string;
  readonly period: keyof typeof PERIODS | '';
}

export interface Results extends Asking {
  /** Undefined where nothing was asked. */
  readonly found: readonly Found[] | undefined;
  /** What may have been meant instead. */
  readonly meant: string | null;
  readonly next: string | null;
}

const LANGUAGES = ['ar', 'fr', 'en'] as const;

export function searchPage(view: View, results: Results): Page {
  const { words } = view;
  const { question, found } = results;
  const title = question === '' ? words.search : words.results(question);
  const main = html`<h1>${question === '' ? title : html`${words.results('')}${told(question, null)}`}</h1>
    ${form(view, results)}${
      found && html`${suggestion(view, results)}${listed(view, found)}`
    }${!found?.length && html`<p class="soft">${words.searchHelp}</p>`}${more(view, results)}`;
  return { title, main, noindex: true };
}

/** More would make the form larger than what it finds. */
const MOST_NAMES = 300;

function form(view: View, { question, language, publisher, period }: Results): Html {
  const { words } = view;
  const names = [...view.publishers.values()].slice(0, MOST_NAMES);
  return html`<form class="find" action="${view.href('/search')}"><input type="search" name="q" value="${question}"
    maxlength="200" aria-label="${words.searchLabel}"><select name="language" aria-label="${words.languageLabel}">
    <option value="">${words.anyLanguage}</option>${LANGUAGES.map(
      (it) =>
        html`<option value="${it}"${it === language && html` selected`}>${languageName(it, view)}</option>`,
    )}</select><select name="period" aria-label="${words.timeLabel}">
    <option value="">${words.anyTime}</option>${Object.keys(PERIODS).map(
      (it) =>
        html`<option value="${it}"${it === period && html` selected`}>${words.periods[it as keyof typeof PERIODS]}</option>`,
    )}</select><input name="publisher" value="${publisher}" list="names" maxlength="200"
    aria-label="${words.publisherLabel}" placeholder="${words.publisherLabel}"><datalist id="names">${names.map(
      (it) => html`<option value="${it.slug}">${nameOf(view, it.slug, it.name)}</option>`,
    )}</datalist><button>${words.search}</button></form>`;
}

const languageNames = new Map<string, Intl.DisplayNames>();

function languageName(language: string, { tongue }: View): string {
  const names = languageNames.get(tongue) ?? new Intl.DisplayNames(tongue, { type: 'language' });
  languageNames.set(tongue, names);
  return names.of(language) ?? language;
}

/** The address of the same search with something else in it. */
function searchPath(
  { question, language, publisher, period }: Asking,
  more: Record<string, string> = {},
) {
  const asked = { q: question, language, publisher, period, ...more };
  return `/search?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`;
}

function suggestion(view: View, results: Results): Html | null {
  const { meant } = results;
  if (meant === null) return null;
  const href = view.href(searchPath({ ...results, question: meant }));
  return html`<p class="meant">${view.words.didYouMean} <a href="${href}">${told(meant, null)}</a></p>`;
}

function listed(view: View, found: readonly Found[]): Html {
  if (found.length === 0) return html`<p class="empty">${view.words.nothingFound}</p>`;
  return html`<ol class="cards">${found.map((it) => {
    const name = view.publishers.get(it.publisher)?.name ?? it.publisher;
    return html`<li class="card"><h2><a href="${view.href(articlePath(it))}">${told(it.title, it.language)}</a></h2>
      <p class="soft"><a href="${view.href(publisherPath(it.publisher))}">${publisherName(view, it.publisher, name)}</a> · ${moment(view, { ...it, publishedPrecision: null })}</p>
      <p class="summary">${marked(it)}</p></li>`;
  })}</ol>`;
}

/** The snippet with its hits marked and everything else as text. */
function marked({ snippet, language }: Found): Html {
  const parts = snippet.split(/<mark>(.*?)<\/mark>/s);
  const shown = parts.map((part, at) =>
    at % 2 === 1 ? html`<mark>${part}</mark>` : html`${part}`,
  );
  return html`<span${telling(snippet, language)}>${shown}</span>`;
}

function more(view: View, results: Results): Html | null {
  const { next } = results;
  if (next === null) return null;
  const href = view.href(searchPath(results, { after: next }));
  return html`<p class="more"><a rel="next" href="${href}">${view.words.older}</a></p>`;
}
