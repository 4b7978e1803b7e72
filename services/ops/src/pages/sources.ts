import { type Html, html } from '@nashra/site';
import { FEED_HEALTH, type FeedHealth, type Source } from '@nashra/sources';
import { count, moment, outside, span } from './format.ts';

const TONE: Readonly<Record<FeedHealth, string>> = {
  failing: 'bad',
  late: 'bad',
  shaky: 'warn',
  empty: 'warn',
  overflowing: 'warn',
  silent: 'warn',
  new: 'soft',
  ok: 'good',
  paused: 'soft',
};

/** How many sources each word fits, the most pressing first. */
export function healthCounts(sources: readonly Source[]): Html {
  const words = (Object.keys(FEED_HEALTH) as FeedHealth[]).flatMap((word) => {
    const n = sources.filter(({ health }) => health === word).length;
    return n === 0 ? [] : [html`<small class="${TONE[word]}">${count(n)} ${word}</small>`];
  });
  return html`${words}`;
}

export function sourcesTable(sources: readonly Source[]): Html {
  if (sources.length === 0) {
    return html`<p class="soft">No sources yet. Add one: <code>nashra sources add &lt;feed address&gt;</code></p>`;
  }
  return html`<table><thead><tr><th>Health</th><th>Source</th><th>Last poll</th><th>Last success</th>
    <th>Last new entry</th><th>Next poll</th><th class="n">Every</th><th class="n">Failures</th>
    <th class="n">Seen</th><th class="n">New</th></tr></thead>
    <tbody>${sources.map(sourceRow)}</tbody></table>`;
}

function sourceRow(source: Source): Html {
  const { health, lastReason, failures } = source;
  const why = failures > 0 && lastReason;
  const title = source.title !== source.name && source.title;
  return html`<tr><td class="word ${TONE[health]}" title="${FEED_HEALTH[health]}">${health}</td>
    <td class="long"><span dir="auto">${source.name}</span>
      ${title && html` · <span class="soft" dir="auto">${title}</span>`}<br>
      <small>${outside(source.address)}</small></td>
    <td class="when">${moment(source.lastPolledAt)}${why && html`<br><small class="bad">${why}</small>`}</td>
    <td class="when">${moment(source.lastSuccessAt)}</td>
    <td class="when">${moment(source.lastEntryAt)}</td>
    <td class="when">${nextPoll(source)}</td>
    <td class="n">${span(source.intervalSeconds)}</td>
    <td class="n">${failures > 0 && count(failures)}</td>
    <td class="n">${count(source.entriesSeen)}</td><td class="n">${count(source.entriesNew)}</td></tr>`;
}

function nextPoll({ health, nextPollAt }: Source): Html | string {
  if (health === 'paused') return '';
  return nextPollAt.getTime() < Date.now() && health !== 'late' ? 'due' : moment(nextPollAt);
}
