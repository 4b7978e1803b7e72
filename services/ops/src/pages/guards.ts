import type { AuditEntry } from '@nashra/audit';
import { type Html, html } from '@nashra/site';
import type { Guard } from '@nashra/sources';
import type { View } from '../site/view.ts';
import { deedsTable } from './audit.ts';
import { becauseField } from './because.ts';
import { count, counted, moment } from './format.ts';
import { page } from './layout.ts';

const TONE = { held: 'bad', watching: 'warn', off: 'soft' } as const;

export const guardHref = (publisher: string): string =>
  `/guards?${new URLSearchParams({ of: publisher })}`;

/** Publishers whose pages are not what they were. */
export function guardsPage(view: View, guards: readonly Guard[]): string {
  const { words } = view;
  const rows = guards.map(
    (
      guard,
    ) => html`<tr><td class="word ${TONE[guard.state]}">${words.guard.states[guard.state]}</td>
      <td><a href="${guardHref(guard.publisher)}"><bdi>${guard.name}</bdi></a></td>
      <td class="long">${fieldsOf(view, guard)}</td><td class="when">${moment(view, guard.since)}</td>
      <td class="when">${moment(view, guard.toldAt)}</td></tr>`,
  );
  const table = html`<table><thead><tr><th>${words.state}</th><th>${words.publisher}</th><th>${words.guard.lost}</th>
    <th>${words.since}</th><th>${words.guard.told}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const main = html`<section><p class="soft">${words.guard.about}</p>${
    rows.length === 0 ? html`<p class="good">${words.guard.none}</p>` : table
  }</section>`;
  return page(view, { at: '/guards', title: words.guards, main });
}

/** The fields of which pages have lost most, by the names people know. */
export function fieldsOf({ words }: View, { told }: Pick<Guard, 'told'>): string {
  const named: Readonly<Record<string, string>> = words.guard.fields;
  return told?.fields.map(({ field }) => named[field] ?? field).join(words.guard.and) ?? '';
}

interface Shown {
  readonly guard: Guard;
  /** Pages that are held. */
  readonly held: number;
  readonly deeds: readonly AuditEntry[];
}

/** What has changed of one, and what can be done. */
export function guardPage(view: View, { guard, held, deeds }: Shown): string {
  const { words } = view;
  const { told, state, since } = guard;
  return page(view, {
    at: '/guards',
    title: guard.name,
    main: html`<section class="half"><p><b class="${TONE[state]}">${words.guard.states[state]}</b>
        ${since && html`· ${words.since}${words.colon}${moment(view, since)}`} · ${words.guard.held(counted(view, held))}</p>
        ${told && !told.isCollapse && html`<p class="soft">${words.guard.onlyBuilt}</p>`}${told && sharesTable(view, guard)}
        ${
          told?.pages &&
          html`<p><a href="/address?of=${told.pages.before}">${words.guard.asItWas}</a> ·
          <a href="/address?of=${told.pages.after}">${words.guard.asItIs}</a></p>`
        }</section>
      ${view.acts && html`<section class="half"><h2>${words.act}</h2>${actForm(view, guard)}</section>`}
      ${told?.diff && html`<section><h2>${words.guard.diff}</h2><pre dir="ltr" tabindex="0">${told.diff.join('\n')}</pre></section>`}
      <section><h2>${words.history}</h2>${deedsTable(view, deeds)}</section>`,
  });
}

function sharesTable(view: View, { told }: Guard): Html {
  const { words } = view;
  const named: Readonly<Record<string, string>> = words.guard.fields;
  const percent = (share: number) => `${count(view, Math.round(100 * share))} %`;
  const rows = told?.fields.map(
    ({ field, before, now }) =>
      html`<tr><th scope="row">${named[field] ?? field}</th><td class="n">${percent(before)}</td>
        <td class="n bad">${percent(now)}</td></tr>`,
  );
  return html`<table><thead><tr><th>${words.guard.lost}</th><th class="n">${words.before}</th>
    <th class="n">${words.guard.now}</th></tr></thead><tbody>${rows ?? []}</tbody></table>`;
}

function actForm(view: View, { publisher }: Guard): Html {
  const { words } = view;
  const verbs = (['go-on', 'hold', 'off'] as const).map(
    (verb, at) =>
      html`<label class="choice"><input type="radio" name="verb" value="${verb}"${at === 0 && html` checked`}>
        <b>${words.guard.verbs[verb]}</b> <small class="soft">${words.guard.verbHelp[verb]}</small></label>`,
  );
  return html`<form method="post" action="/guards/act" class="act"><input type="hidden" name="publisher" value="${publisher}">
    <fieldset><legend>${words.verb}</legend>${verbs}</fieldset>
    ${becauseField(view)}
    <button class="main">${words.guard.do}</button></form>`;
}
