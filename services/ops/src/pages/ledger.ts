import { type AddressState, meaningOf, STATES, type Status, stageTaking } from '@nashra/pipeline';
import { Html, html } from '@nashra/site';
import { count } from './format.ts';

/** Of the states that wait for no stage. */
const MEANING: Readonly<Record<string, string>> = {
  waiting: 'Known, and not yet released to the fetchers.',
  indexed: 'It has an article.',
  known: 'Nothing new: unchanged, or a second address of an article.',
  read: 'A feed or sitemap that was read.',
  dropped: 'Ended without an article, for the reason given.',
  quarantined: 'A stage failed on it again and again.',
};

function meaning(state: AddressState): string | undefined {
  const stage = stageTaking(state);
  return stage ? `Its ${stage.name} job waits or runs.` : MEANING[state];
}

/** Addresses by state, in the order they pass them. */
export function ledgerTable({ ledger }: Status): Html {
  const most = Math.max(1, ...STATES.map((state) => ledger[state]));
  const rows = STATES.map((state) => {
    const n = ledger[state];
    const tone = n > 0 && state === 'quarantined' ? 'bad' : n === 0 ? 'soft' : '';
    return html`<tr title="${meaning(state)}"><td class="${tone}">${state}</td>
      <td class="n ${tone}">${count(n)}</td><td class="bar">${bar(n / most)}</td></tr>`;
  });
  return html`<table><tbody>${rows}</tbody></table>`;
}

/** The style sheet alone may set a width, so the bar is drawn as a picture. */
function bar(share: number): Html | null {
  if (share === 0) return null;
  const width = Math.max(1, Math.round(share * 100));
  return new Html(
    `<svg width="100%" height="12" aria-hidden="true"><rect width="${width}%" height="10" y="1" rx="2" fill="currentColor" opacity=".25"/></svg>`,
  );
}

/** Final addresses by reason, the commonest first, each with what it means. */
export function reasonsTable({ reasons }: Status): Html {
  const rows = Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([reason, n]) =>
        html`<tr><td class="when"><a href="/addresses?reason=${reason}"><code>${reason}</code></a></td><td class="n">${count(n)}</td>
          <td class="soft">${meaningOf(reason)}</td></tr>`,
    );
  if (rows.length === 0) return html`<p class="soft">No address has ended yet.</p>`;
  return html`<table><tbody>${rows}</tbody></table>`;
}
