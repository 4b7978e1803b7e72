import { FLIGHT_STATES, type QuarantinedJob, type QueueName, type Status } from '@nashra/pipeline';
import type { ArticleCard } from '@nashra/reader';
import { type Html, html } from '@nashra/site';
import type { Overview } from '../state/state.ts';
import { count, moment, outside } from './format.ts';
import { livePage } from './layout.ts';
import { ledgerTable, reasonsTable } from './ledger.ts';
import { healthCounts, sourcesTable } from './sources.ts';

/** Sources shown on the first page; the others have a page of their own. */
const SOURCES = 20;

/** The first page: where everything stands, in one look. */
export function overviewPage({ status, sources, latest, quarantine }: Overview): string {
  const more =
    sources.length > SOURCES && html`<a href="/sources">all ${count(sources.length)}</a>`;
  return livePage(
    '/',
    'Overview',
    html`${troubleList(status)}${tiles(status)}
      <section class="third"><h2>Addresses by state</h2>${ledgerTable(status)}</section>
      <section class="third"><h2>Why they ended</h2>${reasonsTable(status)}</section>
      <section class="third"><h2>Queues</h2>${queuesTable(status)}</section>
      <section><h2>Sources ${healthCounts(sources)} ${more}</h2>
        ${sourcesTable(sources.slice(0, SOURCES))}</section>
      <section class="most"><h2>Latest articles</h2>${latestTable(latest)}</section>
      <section class="third"><h2>Quarantine</h2>${quarantineTable(quarantine)}</section>`,
  );
}

/** Above all else, while something keeps work from moving. */
function troubleList({ troubles }: Status): Html | false {
  if (troubles.length === 0) return false;
  const lines = troubles.map(
    ({ where, what, since }) =>
      html`<tr><td class="bad">${where}</td><td>${what}</td><td class="when">${since && moment(since)}</td></tr>`,
  );
  return html`<section><h2>Not moving</h2><table><tbody>${lines}</tbody></table></section>`;
}

function tiles({ ledger, ...status }: Status): Html {
  const inFlight = FLIGHT_STATES.reduce((sum, state) => sum + ledger[state], 0);
  const figures: readonly (readonly [string, number, string?])[] = [
    ['articles', status.articles],
    ['stories', status.stories],
    ['revisions', status.revisions],
    ['images', status.images],
    ['changes', status.changes],
    ['publishers', status.publishers],
    ['feeds', status.feeds],
    ['in flight', inFlight],
    ['dropped', ledger.dropped],
    ['quarantined', ledger.quarantined, 'bad'],
  ];
  const tile = figures.map(
    ([name, n, tone]) =>
      html`<div><b class="${n > 0 && tone}">${count(n)}</b><span class="soft">${name}</span></div>`,
  );
  return html`<section class="tiles">${tile}</section>`;
}

function queuesTable({ queues }: Status): Html {
  const rows = (Object.keys(queues) as QueueName[]).map((name) => {
    const { waiting, active, delayed, failed } = queues[name];
    return html`<tr><td><a href="/queues/queue/${name}">${name}</a></td><td class="n">${count(waiting)}</td>
      <td class="n">${count(active)}</td><td class="n">${count(delayed)}</td>
      <td class="n ${failed > 0 && 'bad'}">${count(failed)}</td></tr>`;
  });
  return html`<table><thead><tr><th>Queue</th><th class="n">Waiting</th><th class="n">Active</th>
    <th class="n">Delayed</th><th class="n">Failed</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function latestTable(articles: readonly ArticleCard[]): Html {
  if (articles.length === 0) return html`<p class="soft">No article yet.</p>`;
  const rows = articles.map(
    ({ title, url, publisherName, language, publishedAt, firstSeenAt, revision, isCopy }) =>
      html`<tr><td class="when">${moment(firstSeenAt)}</td>
        <td class="long" lang="${language ?? ''}">${outside(url, title)}
          ${isCopy && html`<small class="soft">copy</small>`}
          ${revision > 1 && html`<small class="soft">revision ${revision}</small>`}</td>
        <td><bdi>${publisherName}</bdi></td><td>${language}</td><td class="when">${moment(publishedAt)}</td></tr>`,
  );
  return html`<table><thead><tr><th>Stored</th><th>Title</th><th>Publisher</th><th>Language</th>
    <th>Published</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function quarantineTable(jobs: readonly QuarantinedJob[]): Html {
  if (jobs.length === 0) return html`<p class="good">Empty.</p>`;
  const rows = jobs.map(
    ({ queue, code, message, addressId, address, at }) =>
      html`<tr><td class="when">${moment(at)}</td><td>${queue}</td><td class="long"><code>${code}</code>
        <span class="soft" dir="auto">${message.slice(0, 200)}</span>
        ${address && html`<br><small><a href="/address?of=${addressId}" dir="auto">${address}</a></small>`}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}
