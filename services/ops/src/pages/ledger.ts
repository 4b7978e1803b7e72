import { STATES, type Status } from '@nashra/pipeline';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count } from './format.ts';
import { meaning } from './meaning.ts';
import { stateWord } from './state-word.ts';
import { bar } from './trend.ts';

/** Addresses by state, in the order they pass them. */
export function ledgerTable(view: View, { ledger }: Status): Html {
  const most = Math.max(1, ...STATES.map((state) => ledger[state]));
  const rows = STATES.map((state) => {
    const n = ledger[state];
    const tone = n > 0 && state === 'quarantined' ? 'bad' : n === 0 ? 'soft' : '';
    return html`<tr><td class="${tone}">${stateWord(view, state)}</td><td class="n ${tone}">${count(view, n)}</td><td class="bar">${bar(n / most)}</td></tr>`;
  });
  return html`<table><tbody>${rows}</tbody></table>`;
}

/** Final addresses by reason, the commonest first, each with what it means. */
export function reasonsTable(view: View, { reasons }: Status): Html {
  const rows = Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([reason, n]) =>
        html`<tr><td class="when"><a href="/addresses?${new URLSearchParams({ reason }).toString()}"><code>${reason}</code></a></td><td class="n">${count(view, n)}</td>
          <td class="soft">${meaning(view, reason)}</td></tr>`,
    );
  if (rows.length === 0) return html`<p class="soft">${view.words.noneEnded}</p>`;
  return html`<table><tbody>${rows}</tbody></table>`;
}
