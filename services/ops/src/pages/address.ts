import type { Journey } from '@nashra/pipeline';
import { type Html, html } from '@nashra/site';
import { count, moment, outside } from './format.ts';
import { livePage } from './layout.ts';

/** The journey of one address: where it stands, why, and everything that befell it. */
export function addressPage(journey: Journey): string {
  const { address, steps, requests, quarantined } = journey;
  return livePage(
    '/address',
    'Address',
    html`<section><h2>${outside(address)}</h2>${factsTable(journey)}</section>
      ${
        quarantined &&
        html`<section><h2 class="bad">Quarantined by ${quarantined.queue}</h2>
        <p><code>${quarantined.code}</code> <span dir="auto">${quarantined.message}</span></p></section>`
      }
      <section class="half"><h2>Steps <small>${count(steps.length)}</small></h2>${stepsTable(steps)}</section>
      <section class="half"><h2>Requests <small>${count(requests.length)}</small></h2>
        ${requestsTable(requests)}</section>`,
  );
}

function factsTable(journey: Journey): Html {
  const { state, reason, meaning, waitsFor, publisher, publisherState, foundIn, foundInAddress } =
    journey;
  const { articleId, job, waits, rescues, dueAt, capture, againAt, vain } = journey;
  const rows: (readonly [string, unknown])[] = [
    ['State', html`<b>${state}</b>${reason && html` · <code>${reason}</code>`}`],
    ['Why', meaning],
    ['Waits for', waitsFor && html`${waitsFor}, due ${moment(dueAt)}`],
    [
      'Job',
      job &&
        `${job.state}, ${job.attempts} attempts${job.failedReason ? `, ${job.failedReason}` : ''}`,
    ],
    ['Publisher', publisher && `${publisher}${publisherState === 'paused' ? ' (paused)' : ''}`],
    [
      'Found in',
      foundIn && html`<a href="/address?of=${foundIn}" dir="auto">${foundInAddress ?? foundIn}</a>`,
    ],
    ['Article', articleId],
    [
      'Kept body',
      capture && html`${moment(capture.capturedAt)} from ${outside(capture.finalAddress)}`,
    ],
    ['Next look', againAt && html`${moment(againAt)}, after ${vain} that brought nothing new`],
    ['Sent away, rescued', waits + rescues > 0 && `${waits}, ${rescues}`],
  ];
  const shown = rows.filter(([, value]) => value);
  return html`<table><tbody>${shown.map(([name, value]) => html`<tr><th>${name}</th><td class="long">${value as Html}</td></tr>`)}</tbody></table>`;
}

function stepsTable(steps: Journey['steps']): Html {
  if (steps.length === 0) return html`<p class="soft">None remembered.</p>`;
  const rows = steps
    .toReversed()
    .map(
      ({ at, state, reason }) =>
        html`<tr><td class="when">${moment(at)}</td><td>${state}</td><td><code>${reason}</code></td></tr>`,
    );
  return html`<table><tbody>${rows}</tbody></table>`;
}

function requestsTable(requests: Journey['requests']): Html {
  if (requests.length === 0) return html`<p class="soft">None remembered.</p>`;
  const rows = requests.toReversed().map(
    ({ at, outcome, status, ms, bytes }) =>
      html`<tr><td class="when">${moment(at)}</td><td><code>${outcome}</code></td><td class="n">${status}</td>
        <td class="n">${count(ms)} ms</td><td class="n">${bytes === null ? '' : `${count(bytes)} B`}</td></tr>`,
  );
  return html`<table><tbody>${rows}</tbody></table>`;
}

/** An address nobody has met. */
export function unknownAddressPage(what: string): string {
  return livePage(
    '/address',
    'Address',
    html`<section><h2>Not in the ledger</h2><p><bdi>${what}</bdi> was never met under this address.
      No feed has shown it, or it was left out with a warning: look at the source’s entries with
      <code>nashra feed &lt;feed address&gt;</code>.</p></section>`,
  );
}
