import { html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count, counted, moment, spelt } from './format.ts';
import { page } from './layout.ts';
import { meaning } from './meaning.ts';
import { stateWord } from './state-word.ts';

export interface EndedRow {
  readonly id: number;
  readonly address: string;
  readonly state: string;
  readonly updatedAt: Date;
}

/** The addresses that ended for one reason; each leads to its journey. */
export function addressesPage(
  view: View,
  reason: string,
  rows: readonly EndedRow[],
  total: number,
): string {
  const { words } = view;
  const table = rows.map(
    ({ id, address, state, updatedAt }) =>
      html`<tr><td class="when">${moment(view, updatedAt)}</td><td>${stateWord(view, state)}</td>
        <td class="long"><a href="/address?of=${id}">${spelt(address)}</a></td></tr>`,
  );
  const more = rows.length < total && `${words.comma}${words.theFirst(count(view, rows.length))}`;
  return page(view, {
    at: '/addresses',
    title: reason,
    main: html`<section><h2>${words.addresses(counted(view, total))}${more}</h2>
      <p class="soft">${meaning(view, reason)}</p><table><tbody>${table}</tbody></table></section>`,
  });
}
