import type { Found } from '@nashra/reader';
import { type Html, html, telling, told } from '@nashra/site';
import { articlePath, publisherPath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import type { Page } from './layout.ts';
import { moment } from './moment.ts';
import { publisherName } from './publisher-name.ts';

export interface Results {
  readonly question: string;
  readonly language: string;
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
    }${more(view, results)}`;
  return { title, main, noindex: true };
}

function form(view: View, { question, language }: Results): Html {
  const { words } = view;
  return html`<form class="find" action="${view.href('/search')}"><input type="search" name="q" value="${question}"
    maxlength="200" aria-label="${words.searchLabel}"><select name="language" aria-label="${words.anyLanguage}">
    <option value="">${words.anyLanguage}</option>${LANGUAGES.map(
      (it) =>
        html`<option value="${it}"${it === language && html` selected`}>${new Intl.DisplayNames(view.tongue, { type: 'language' }).of(it)}</option>`,
    )}</select><button>${words.search}</button></form>`;
}

function suggestion(view: View, { meant, language }: Results): Html | null {
  if (meant === null) return null;
  const asked = new URLSearchParams({ q: meant, language });
  return html`<p class="meant">${view.words.didYouMean} <a href="${view.href(`/search?${asked}`)}">${told(meant, null)}</a></p>`;
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

function more(view: View, { question, language, next }: Results): Html | null {
  if (next === null) return null;
  const asked = new URLSearchParams({ q: question, language, after: next });
  return html`<p class="more"><a rel="next" href="${view.href(`/search?${asked}`)}">${view.words.older}</a></p>`;
}
