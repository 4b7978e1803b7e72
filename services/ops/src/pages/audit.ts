import type { AuditEntry } from '@nashra/audit';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { moment } from './format.ts';
import { page } from './layout.ts';

export interface Deeds {
  readonly deeds: readonly AuditEntry[];
  readonly subject: string;
  readonly actor: string;
  /** What those that follow are asked by; null where there are none. */
  readonly next: number | null;
}

/** Who did what to what, and why; with what was before and after. */
export function auditPage(view: View, { deeds, subject, actor, next }: Deeds): string {
  const { words } = view;
  const asked = { ...(subject && { subject }), ...(actor && { actor }) };
  const more =
    next !== null &&
    html`<p><a rel="next" href="/audit?${new URLSearchParams({ ...asked, before: String(next) }).toString()}">${words.older}</a></p>`;
  return page(view, {
    at: '/audit',
    title: words.audit,
    main: html`<section><form class="filter" action="/audit" role="search" aria-label="${words.filter}">
      <input name="subject" value="${subject}" maxlength="4200" dir="auto" aria-label="${words.subject}" placeholder="${words.subject}">
      <input name="actor" value="${actor}" maxlength="200" dir="auto" aria-label="${words.who}" placeholder="${words.who}">
      <button>${words.show}</button></form>${deedsTable(view, deeds)}${more}</section>`,
  });
}

export function deedsTable(view: View, deeds: readonly AuditEntry[]): Html {
  const { words } = view;
  if (deeds.length === 0) return html`<p class="soft">${words.none}</p>`;
  const rows = deeds.map(({ at, actor, action, subject, reason, detail }) => {
    const { before, after, ...rest } = (detail ?? {}) as Readonly<Record<string, unknown>>;
    return html`<tr><td class="when">${moment(view, at)}</td><td><bdi>${actor}</bdi></td><td class="when"><code>${action}</code></td>
      <td class="long"><bdi>${subject}</bdi></td><td class="long" dir="auto">${reason}</td>
      <td class="long">${json(before)}</td><td class="long">${json(after)}${Object.keys(rest).length > 0 && json(rest)}</td></tr>`;
  });
  return html`<table><thead><tr><th>${words.when}</th><th>${words.who}</th><th>${words.what}</th><th>${words.subject}</th>
    <th>${words.because}</th><th>${words.before}</th><th>${words.after}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const LENGTH = 400;

function json(value: unknown): Html | null {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(value);
  return html`<code dir="ltr">${text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text}</code> `;
}
