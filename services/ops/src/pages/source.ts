import type { Yield } from '@nashra/articles';
import type { AuditEntry } from '@nashra/audit';
import { type Html, html } from '@nashra/site';
import type { Source } from '@nashra/sources';
import type { View } from '../site/view.ts';
import { deedsTable } from './audit.ts';
import { becauseInput } from './because.ts';
import { count, moment, outside, span } from './format.ts';
import { page } from './layout.ts';
import { HEALTH_TONE, hrefOf, nextPoll, verbs } from './sources.ts';
import { yieldShares, yieldTrend } from './yields.ts';

export interface OneSource {
  readonly source: Source;
  readonly yield_: Yield | undefined;
  readonly deeds: readonly AuditEntry[];
  /** From where it moved and when, the latest first. */
  readonly moves: readonly AuditEntry[];
}

/** One source: how it is, what can be done to it, and what was. */
export function sourcePage(view: View, it: OneSource): string {
  const { words } = view;
  const { source, deeds, moves } = it;
  const rows = factsOf(view, it)
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        html`<tr><th scope="row">${name}</th><td class="long">${value as Html}</td></tr>`,
    );
  const test = `/sources/add?${new URLSearchParams({ address: source.address })}`;
  return page(view, {
    at: '/sources',
    title: source.title ?? source.name,
    main: html`<section class="half"><h2>${outside(source.address)}</h2><table><tbody>${rows}</tbody></table>
        ${view.acts && html`${verbs(view, source)}<p><a href="${test}">${words.yields.test}</a></p>`}</section>
      ${view.acts && html`<section class="half"><h2>${words.edit}</h2>${editForm(view, source)}</section>`}
      ${source.heirs.length > 0 && html`<section><h2>${words.yields.heirs}</h2>${heirsTable(view, source)}</section>`}
      ${moves.length > 0 && html`<section><h2>${words.yields.moves}</h2><p class="soft">${words.yields.movesAbout}</p>${movesTable(view, source, moves)}</section>`}
      <section><h2>${words.history}</h2>${deedsTable(view, deeds)}</section>`,
  });
}

function factsOf(
  view: View,
  { source, yield_ }: OneSource,
): readonly (readonly [string, unknown])[] {
  const { words } = view;
  const { health, evidence, failures } = source;
  return [
    [words.health, html`<b class="${HEALTH_TONE[health]}">${words.healths[health]}</b>`],
    [words.evidence, evidence && html`<bdi>${evidence}</bdi>`],
    [words.publisher, html`<bdi>${source.name}</bdi>`],
    [words.yields.days, yieldTrend(view, yield_)],
    [words.yields.complete, yieldShares(view, yield_)],
    [words.lastPoll, moment(view, source.lastPolledAt)],
    [words.lastSuccess, moment(view, source.lastSuccessAt)],
    [words.lastEntry, moment(view, source.lastEntryAt)],
    [words.nextPoll, nextPoll(view, source)],
    [words.every, span(view, source.intervalSeconds)],
    [words.perDay, source.entriesPerDay != null && count(view, source.entriesPerDay)],
    [
      words.failed,
      failures > 0 && html`${count(view, failures)} <code>${source.lastReason}</code>`,
    ],
    [words.journey, html`<a href="/address?of=${source.addressId}">${source.addressId}</a>`],
  ];
}

function editForm({ words }: View, { address, intervalSeconds, title }: Source): Html {
  return html`<form method="post" action="/sources/act" class="act"><input type="hidden" name="source" value="${address}">
    <input type="hidden" name="verb" value="set"><input type="hidden" name="back" value="${hrefOf({ address })}">
    <label>${words.interval}<input name="interval" type="number" min="1" max="2592000" required value="${intervalSeconds}"></label>
    <label>${words.sectionTitle}<input name="title" maxlength="200" dir="auto" value="${title ?? ''}"></label>
    <label>${words.because}<input name="because" maxlength="2000" dir="auto"></label>
    <button>${words.save}</button></form>`;
}

/** Where its front page says that it may have gone; a person takes one. */
function heirsTable(view: View, { address, heirs }: Source): Html {
  const { words } = view;
  const rows = heirs.map(
    (heir, at) =>
      html`<tr><td class="long">${outside(heir.address)}</td>${
        view.acts &&
        html`<td><form method="post" action="/sources/move" class="verbs"><input type="hidden" name="source" value="${address}">
        <input type="hidden" name="choose" value="${at + 1}">${because(view, heir.address)}
        <button>${words.yields.adopt}</button></form></td>`
      }</tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

/** Each step of its address, with the way back to where it was. */
function movesTable(view: View, { address }: Source, moves: readonly AuditEntry[]): Html {
  const { words } = view;
  const rows = moves.map(({ at, actor, reason, detail }) => {
    const { from = '' } = detail as { from?: string };
    const mayGo = view.acts && from !== '' && from !== address;
    return html`<tr><td class="when">${moment(view, at)}</td><td class="long">${outside(from)}</td><td><bdi>${actor}</bdi></td>
      <td class="long" dir="auto">${reason}</td>${
        mayGo &&
        html`<td><form method="post" action="/sources/move" class="verbs"><input type="hidden" name="source" value="${address}">
        <input type="hidden" name="to" value="${from}">${because(view, from)}<button>${words.yields.movedBack}</button></form></td>`
      }</tr>`;
  });
  return html`<table><tbody>${rows}</tbody></table>`;
}

const because = (view: View, of: string): Html =>
  becauseInput(view, `${view.words.because}: ${of.slice(0, 200)}`);
