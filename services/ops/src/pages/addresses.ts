import { meaningOf } from '@nashra/pipeline';
import { html } from '@nashra/site';
import { count, moment } from './format.ts';
import { livePage } from './layout.ts';

export interface EndedRow {
  readonly id: number;
  readonly address: string;
  readonly state: string;
  readonly updatedAt: Date;
}

/** The addresses that ended for one reason; each leads to its journey. */
export function addressesPage(reason: string, rows: readonly EndedRow[], total: number): string {
  const table = rows.map(
    ({ id, address, state, updatedAt }) =>
      html`<tr><td class="when">${moment(updatedAt)}</td><td>${state}</td>
        <td class="long"><a href="/address?of=${id}" dir="auto">${address}</a></td></tr>`,
  );
  return livePage(
    '/addresses',
    reason,
    html`<section><h2><code>${reason}</code> <small>${count(total)} addresses${rows.length < total && `, the first ${count(rows.length)}`}</small></h2>
      <p class="soft">${meaningOf(reason)}</p><table><tbody>${table}</tbody></table></section>`,
  );
}
