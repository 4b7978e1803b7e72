import type { Yield } from '@nashra/articles';
import { type Html, html } from '@nashra/site';
import { FEED_HEALTH, type FeedHealth, type Source } from '@nashra/sources';
import type { View } from '../site/view.ts';
import type { SourceSort } from '../state/sort-sources.ts';
import { SOURCE_SORTS } from '../state/sort-sources.ts';
import { count, moment, outside } from './format.ts';
import { page } from './layout.ts';
import { yieldShares, yieldTrend } from './yields.ts';

export const HEALTH_TONE: Readonly<Record<FeedHealth, string>> = {
  failing: 'bad',
  late: 'bad',
  shaky: 'warn',
  empty: 'warn',
  overflowing: 'warn',
  silent: 'warn',
  incomplete: 'warn',
  new: 'soft',
  ok: 'good',
  paused: 'soft',
};
const HEALTHS = Object.keys(FEED_HEALTH) as FeedHealth[];

/** How many sources each word fits, the most pressing first; each leads to them. */
export function healthCounts(view: View, sources: readonly Source[]): Html {
  const words = HEALTHS.flatMap((health) => {
    const n = sources.filter((it) => it.health === health).length;
    return n === 0
      ? []
      : [
          html`<small><a class="${HEALTH_TONE[health]}" href="/sources?health=${health}">${count(view, n)} ${view.words.healths[health]}</a></small> `,
        ];
  });
  return html`${words}`;
}

export interface SourcesShown {
  readonly all: readonly Source[];
  readonly shown: readonly Source[];
  /** Of their publishers, by their slugs. */
  readonly yields: ReadonlyMap<string, Yield>;
  readonly matched: number;
  readonly health: string;
  readonly q: string;
  readonly sort: SourceSort;
  /** Counts from 1; null where there is none. */
  readonly next: number | null;
}

export function sourcesPage(view: View, it: SourcesShown): string {
  const { words } = view;
  const { all, health, q, sort, next } = it;
  const more =
    next !== null &&
    html`<p><a rel="next" href="/sources?${new URLSearchParams({ health, q, sort, page: String(next) }).toString()}">${words.older}</a></p>`;
  return page(view, {
    at: '/sources',
    title: words.sources,
    main: html`<section><h2>${count(view, it.matched)} ${healthCounts(view, all)}</h2>${view.acts && html`<p><a href="/sources/add">${words.yields.add}</a></p>`}${filterForm(view, it)}
      ${sourcesTable(view, it)}${more}</section>`,
  });
}

function filterForm({ words }: View, { health, q, sort }: SourcesShown): Html {
  return html`<form class="filter" action="/sources" role="search" aria-label="${words.filter}">
    <input type="search" name="q" value="${q}" maxlength="200" dir="auto" aria-label="${words.source}" placeholder="${words.source}">
    <select name="health" aria-label="${words.health}"><option value="">${words.anyHealth}</option>${HEALTHS.map(
      (it) =>
        html`<option value="${it}"${it === health && html` selected`}>${words.healths[it]}</option>`,
    )}</select><select name="sort" aria-label="${words.sort}">${SOURCE_SORTS.map(
      (it) =>
        html`<option value="${it}"${it === sort && html` selected`}>${words.sorts[it]}</option>`,
    )}</select><button>${words.show}</button></form>`;
}

function sourcesTable(view: View, { all, shown, yields }: SourcesShown): Html {
  const { words } = view;
  if (all.length === 0)
    return html`<p class="soft">${words.noSources} <a href="/sources/add">${words.yields.add}</a></p>`;
  if (shown.length === 0) return html`<p class="soft">${words.noSourceFits}</p>`;
  return html`<table><thead><tr><th>${words.health}</th><th>${words.source}</th><th>${words.lastPoll}</th>
    <th>${words.lastSuccess}</th><th>${words.lastEntry}</th><th>${words.nextPoll}</th><th class="n">${words.perDay}</th><th>${words.yields.days}</th>
    <th class="n">${words.failed}</th>${view.acts && html`<th>${words.deed}</th>`}</tr></thead>
    <tbody>${shown.map((it) => sourceRow(view, it, yields.get(it.publisher)))}</tbody></table>`;
}

function sourceRow(view: View, source: Source, brought: Yield | undefined): Html {
  const { health, lastReason, failures, entriesPerDay } = source;
  const why = failures > 0 && lastReason;
  const title = source.title !== source.name && source.title;
  return html`<tr><td class="word ${HEALTH_TONE[health]}">${view.words.healths[health]}</td>
    <td class="long"><a href="${hrefOf(source)}"><bdi>${source.name}</bdi></a>
      ${title && html` · <span class="soft" dir="auto">${title}</span>`}<br>
      <small>${outside(source.address)}</small><br>${yieldShares(view, brought)}</td>
    <td class="when">${moment(view, source.lastPolledAt)}${why && html`<br><small class="bad">${why}</small>`}</td>
    <td class="when">${moment(view, source.lastSuccessAt)}</td>
    <td class="when">${moment(view, source.lastEntryAt)}</td>
    <td class="when">${nextPoll(view, source)}</td>
    <td class="n">${entriesPerDay != null && count(view, entriesPerDay)}</td><td>${yieldTrend(view, brought)}</td>
    <td class="n">${failures > 0 && count(view, failures)}</td>${view.acts && html`<td class="when">${verbs(view, source)}</td>`}</tr>`;
}

export function hrefOf({ address }: Pick<Source, 'address'>): string {
  return `/source?${new URLSearchParams({ of: address })}`;
}

export function verbs({ words, here }: View, { address, state }: Source): Html {
  const turn = state === 'paused' ? 'resume' : 'pause';
  return html`<form method="post" action="/sources/act" class="verbs"><input type="hidden" name="source" value="${address}">
    <input type="hidden" name="back" value="${here}"><button name="verb" value="${turn}">${words[turn]}</button>
    <button name="verb" value="poll">${words.poll}</button></form>`;
}

export function nextPoll(view: View, { health, nextPollAt }: Source): Html | string {
  if (health === 'paused') return '';
  return nextPollAt.getTime() < Date.now() && health !== 'late'
    ? view.words.due
    : moment(view, nextPollAt);
}
