import { FLIGHT_STATES, type QueueName, type Status, way } from '@nashra/pipeline';
import type { ArticleCard } from '@nashra/reader';
import { type Html, html, telling } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Overview } from '../state/state.ts';
import type { Words } from '../words/words.ts';
import { concernsList } from './concerns.ts';
import { count, moment, outside, span } from './format.ts';
import { page } from './layout.ts';
import { ledgerTable, reasonsTable } from './ledger.ts';
import { healthCounts } from './sources.ts';
import { trend } from './trend.ts';

/** The first page: what wants somebody, and where everything stands, in one look. */
export function overviewPage(view: View, overview: Overview): string {
  const { words } = view;
  const { status, sources, latest, concerns } = overview;
  return page(view, {
    at: '/',
    title: words.overview,
    isLive: true,
    main: html`${concernsList(view, concerns)}${wayList(view, overview)}${pulseTiles(view, overview)}
      ${tiles(view, status)}
      <section><h2>${words.sources} ${healthCounts(view, sources)}
        <a href="/sources">${words.all(count(view, sources.length))}</a></h2></section>
      <section class="half"><h2>${words.byState}</h2>${ledgerTable(view, status)}</section>
      <section class="half"><h2>${words.whyEnded}</h2>${reasonsTable(view, status)}</section>
      <section><h2>${words.latest}</h2>${latestTable(view, latest)}</section>`,
  });
}

/** The stages in their order, each with what waits, the oldest, and what failed of late. */
function wayList(view: View, { status, oldest, groups }: Overview): Html {
  const { words } = view;
  const names = ['tick', 'release', ...way.map(({ name }) => name)] as const;
  const stages = names.map((name) => {
    const { waiting, active, delayed, failed } = status.queues[name as QueueName];
    const failing = groups
      .filter((it) => it.stage === name)
      .reduce((sum, it) => sum + (it.trend.at(-1) ?? 0), 0);
    const facts: readonly (readonly [string, string | false, string?])[] = [
      [words.waits, count(view, waiting)],
      [words.active, count(view, active)],
      [words.delayed, delayed > 0 && count(view, delayed)],
      [words.failedJobs, failed > 0 && count(view, failed), 'bad'],
      [words.oldest, (oldest[name] ?? 0) >= 1 && span(view, oldest[name] ?? 0)],
      [words.failingNow, failing > 0 && count(view, failing), 'bad'],
    ];
    const shown = facts.filter(([, value]) => value !== false);
    return html`<li><a href="/queues/queue/${name}"><b>${name}</b></a><dl>${shown.map(
      ([label, value, tone]) => html`<div><dt>${label}</dt><dd class="${tone}">${value}</dd></div>`,
    )}</dl></li>`;
  });
  return html`<section><h2>${words.way}</h2><ol class="way">${stages}</ol></section>`;
}

function pulseTiles(view: View, { pulse, objective }: Overview): Html {
  const { words } = view;
  const { lag } = pulse;
  const isLate = lag !== null && lag.p95 > objective;
  return html`<section class="half"><h2>${words.articlesPerHour} ${trend(pulse.perHour, words.articlesPerHour)}</h2>
      <p><b class="big">${count(view, pulse.lastHour)}</b> <span class="soft">${words.usualNow}${words.colon}${count(view, pulse.usual)}</span></p></section>
    <section class="half"><h2>${words.lag}</h2><p>${
      lag === null
        ? html`<span class="soft">${words.noArticle}</span>`
        : html`${words.half} <b class="big">${span(view, lag.p50)}</b>${words.comma}${words.nineteen}
          <b class="big ${isLate && 'bad'}">${span(view, lag.p95)}</b>`
    } <span class="soft">${words.objective}${words.colon}${span(view, objective)}</span></p></section>`;
}

function tiles(view: View, { ledger, ...status }: Status): Html {
  const inFlight = FLIGHT_STATES.reduce((sum, state) => sum + ledger[state], 0);
  const figures: readonly (readonly [keyof Words['tiles'], number, string?])[] = [
    ['articles', status.articles],
    ['stories', status.stories],
    ['revisions', status.revisions],
    ['images', status.images],
    ['changes', status.changes],
    ['publishers', status.publishers],
    ['feeds', status.feeds],
    ['inFlight', inFlight],
    ['dropped', ledger.dropped],
    ['quarantined', ledger.quarantined, 'bad'],
  ];
  const tile = figures.map(
    ([name, n, tone]) =>
      html`<div><b class="${n > 0 && tone}">${count(view, n)}</b><span class="soft">${view.words.tiles[name]}</span></div>`,
  );
  return html`<section class="tiles">${tile}</section>`;
}

function latestTable(view: View, articles: readonly ArticleCard[]): Html {
  const { words } = view;
  if (articles.length === 0) return html`<p class="soft">${words.noArticle}</p>`;
  const rows = articles.map(
    ({ id, title, url, publisherName, language, publishedAt, firstSeenAt }) =>
      html`<tr><td class="when"><a href="/address?of=${id}">${moment(view, firstSeenAt)}</a></td>
        <td class="long"><span${telling(title, language)}>${outside(url, title)}</span></td>
        <td><bdi>${publisherName}</bdi></td><td class="when">${moment(view, publishedAt)}</td></tr>`,
  );
  return html`<table><thead><tr><th>${words.stored}</th><th>${words.title}</th><th>${words.publisher}</th>
    <th>${words.published}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
