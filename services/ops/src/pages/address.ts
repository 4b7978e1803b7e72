import type { ArticlePast } from '@nashra/articles';
import type { Journey } from '@nashra/pipeline';
import type { Found } from '@nashra/reader';
import { type Html, html, telling } from '@nashra/site';
import type { View } from '../site/view.ts';
import { becauseInput } from './because.ts';
import { count, counted, milliseconds, moment, outside, readable } from './format.ts';
import { page } from './layout.ts';
import { meaning } from './meaning.ts';
import { pastSections } from './past.ts';
import { stateWord } from './state-word.ts';

export interface Told {
  /** Of the article that it carries. */
  readonly past: ArticlePast | null;
  /** It has ended, and may be sent through again. */
  readonly mayGo: boolean;
}

/** The journey of one address: where it stands, why, and everything that befell it. */
export function addressPage(view: View, journey: Journey, { past, mayGo }: Told): string {
  const { words } = view;
  const { address, steps, requests, quarantined } = journey;
  return page(view, {
    at: '/address',
    title: words.journey,
    isLive: true,
    main: html`<section><h2>${outside(address, readable(address))}</h2>${factsTable(view, journey)}${view.acts && mayGo && againForm(view, journey)}</section>
      ${
        quarantined &&
        html`<section><h2 class="bad">${words.quarantinedBy} ${quarantined.queue}</h2>
        <p><code>${quarantined.code}</code> <span dir="auto">${quarantined.message}</span></p></section>`
      }${past && pastSections(view, past)}
      <section class="half"><h2>${words.steps} <small>${count(view, steps.length)}</small></h2>${stepsTable(view, steps)}</section>
      <section class="half"><h2>${words.requests} <small>${count(view, requests.length)}</small></h2>
        ${requestsTable(view, requests)}</section>`,
  });
}

function factsTable(view: View, journey: Journey): Html {
  const { words } = view;
  const { state, reason, waitsFor, publisher, publisherState, foundIn, foundInAddress } = journey;
  const { articleId, job, waits, rescues, dueAt, capture, againAt, vain } = journey;
  const rows: (readonly [string, unknown])[] = [
    [
      words.state,
      html`<b>${stateWord(view, state)}</b>${reason && html` · <code>${reason}</code>`}`,
    ],
    [words.why, meaning(view, reason) ?? journey.meaning],
    [words.waitsFor, waitsFor && html`${waitsFor} ${moment(view, dueAt)}`],
    [
      words.job,
      job &&
        `${job.state}, ${job.attempts} ${words.attempts}${job.failedReason ? `, ${job.failedReason}` : ''}`,
    ],
    [
      words.publisher,
      publisher && `${publisher}${publisherState === 'paused' ? ` (${words.healths.paused})` : ''}`,
    ],
    [
      words.foundIn,
      foundIn &&
        html`<a href="/address?of=${foundIn}" dir="auto">${foundInAddress ? readable(foundInAddress) : foundIn}</a>`,
    ],
    [
      words.article,
      articleId !== null && html`<a href="/stories?of=${articleId}">${articleId}</a>`,
    ],
    [
      words.body,
      capture &&
        html`${moment(view, capture.capturedAt)} · ${outside(capture.finalAddress, readable(capture.finalAddress))} ·
          <a href="/address/kept?of=${journey.id}">${words.past.kept}</a>`,
    ],
    [words.nextLook, againAt && html`${moment(view, againAt)}, ${words.vain(count(view, vain))}`],
    [words.sentAway, waits + rescues > 0 && `${waits}, ${rescues}`],
  ];
  const shown = rows.filter(([, value]) => value);
  return html`<table><tbody>${shown.map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="long">${value as Html}</td></tr>`)}</tbody></table>`;
}

function againForm(view: View, { id, capture }: Journey): Html {
  const { words } = view;
  const { again, from } = words.past;
  return html`<form method="post" action="/address/act" class="verbs"><input type="hidden" name="address" value="${id}">
    ${becauseInput(view, words.because)}
    <button name="from" value="fetch">${again}${words.colon}${from.fetch}</button>
    ${capture && html`<button name="from" value="parse">${again}${words.colon}${from.parse}</button>`}</form>`;
}

function stepsTable(view: View, steps: Journey['steps']): Html {
  if (steps.length === 0) return html`<p class="soft">${view.words.nothingKept}</p>`;
  const rows = steps
    .toReversed()
    .map(
      ({ at, state, reason }) =>
        html`<tr><td class="when">${moment(view, at)}</td><td>${stateWord(view, state)}</td><td><code>${reason}</code></td></tr>`,
    );
  return html`<table><tbody>${rows}</tbody></table>`;
}

function requestsTable(view: View, requests: Journey['requests']): Html {
  if (requests.length === 0) return html`<p class="soft">${view.words.nothingKept}</p>`;
  const rows = requests.toReversed().map(
    ({ at, outcome, status, ms, bytes }) =>
      html`<tr><td class="when">${moment(view, at)}</td><td><code>${outcome}</code></td><td class="n">${status}</td>
        <td class="n">${milliseconds(view, ms)}</td><td class="n">${bytes === null ? '' : view.words.past.bytes(counted(view, bytes))}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

/** An address nobody has met; or a title, by which articles may be meant. */
export function unknownAddressPage(view: View, what: string, alike: readonly Found[] = []): string {
  const { words } = view;
  return page(view, {
    at: '/address',
    title: words.unknown,
    main: html`<section><p>${unknownText(view, what, alike.length > 0)}</p></section>
      ${alike.length > 0 && html`<section><h2>${words.past.meant}</h2>${alikeTable(view, alike)}</section>`}`,
  });
}

function alikeTable(view: View, alike: readonly Found[]): Html {
  const rows = alike.map(
    ({ id, title, language, publisher, publishedAt }) =>
      html`<tr><td class="long"><a href="/address?of=${id}"${telling(title, language)}>${title}</a></td>
        <td><bdi>${publisher}</bdi></td><td class="when">${moment(view, publishedAt)}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

function unknownText({ words }: View, what: string, hasAlike: boolean): Html {
  const { address, id, text, alike, nothing } = words.unknownText;
  if (what === '') return html`${nothing}`;
  if (/^https?:\/\//i.test(what))
    return html`<bdi>${what}</bdi> ${address} <code dir="ltr">nashra feed &lt;${words.feedAddress}&gt;</code>.`;
  const said = /^\d+$/.test(what) ? id : hasAlike ? alike : text;
  return html`${said} <bdi>${what}</bdi>`;
}
