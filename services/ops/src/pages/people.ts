import { type ApiToken, OPS_ROLES, type OpsUser, SCOPES, type Scope } from '@nashra/audit';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { count, moment } from './format.ts';
import { page } from './layout.ts';

export interface People {
  readonly users: readonly OpsUser[];
  readonly tokens: readonly ApiToken[];
  /** A password or token that was made just now. */
  readonly shown?: { readonly of: string; readonly secret: string };
  readonly complaint?: string;
}

/** Who is let in as what, and what their programs may. */
export function peoplePage(view: View, { users, tokens, shown, complaint }: People): string {
  const { words } = view;
  return page(view, {
    at: '/people',
    title: words.people,
    main: html`${complaint && html`<section><p class="bad" role="alert">${complaint}</p></section>`}
      ${shown && html`<section><p role="status"><bdi>${shown.of}</bdi>${words.colon}${words.shownOnce} <code dir="ltr">${shown.secret}</code></p></section>`}
      <section><h2>${words.people} <small>${count(view, users.length)}</small></h2><p class="soft">${words.roleHelp} ${words.settingsLogin}</p>
        ${usersTable(view, users)}${addForm(view)}</section>
      <section><h2>${words.tokens} <small>${count(view, tokens.length)}</small></h2><p class="soft">${words.tokenHelp}</p>
        ${tokensTable(view, tokens)}${users.length > 0 && tokenForm(view, users)}</section>`,
  });
}

function roleChoice({ words }: View, chosen: string): Html {
  const options = OPS_ROLES.map(
    (it) =>
      html`<option value="${it}"${it === chosen && html` selected`}>${words.roles[it]}</option>`,
  );
  return html`<select name="role" aria-label="${words.role}">${options}</select>`;
}

function usersTable(view: View, users: readonly OpsUser[]): Html | null {
  const { words } = view;
  if (users.length === 0) return null;
  const rows = users.map(
    ({
      name,
      role,
      madeAt,
    }) => html`<tr><td><bdi>${name}</bdi></td><td><form method="post" action="/people/act" class="verbs">
      <input type="hidden" name="name" value="${name}">${roleChoice(view, role)}
      <button name="verb" value="role">${words.change}</button> <button name="verb" value="password">${words.newPassword}</button>
      <button name="verb" value="remove">${words.remove}</button></form></td><td class="when">${moment(view, madeAt)}</td></tr>`,
  );
  return html`<table><thead><tr><th>${words.name}</th><th>${words.role}</th><th>${words.since}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function addForm(view: View): Html {
  const { words } = view;
  return html`<form method="post" action="/people/act" class="filter"><label>${words.name}
    <input name="name" required maxlength="63" pattern="[a-z0-9][a-z0-9._\\-]*" autocomplete="off" dir="ltr"></label>
    ${roleChoice(view, 'viewer')} <button name="verb" value="add">${words.add}</button></form>`;
}

function tokensTable(view: View, tokens: readonly ApiToken[]): Html | null {
  const { words } = view;
  if (tokens.length === 0) return null;
  const rows = tokens.map(
    ({
      id,
      who,
      name,
      scopes,
      endsAt,
    }) => html`<tr><td><bdi>${name}</bdi></td><td><bdi>${who}</bdi></td>
      <td>${scopes.map((it) => words.scope[it as Scope] ?? it).join(', ')}</td><td class="when">${moment(view, endsAt)}</td>
      <td><form method="post" action="/people/act"><input type="hidden" name="token" value="${id}">
        <button name="verb" value="token-remove">${words.remove}</button></form></td></tr>`,
  );
  return html`<table><thead><tr><th>${words.name}</th><th>${words.who}</th><th>${words.scopes}</th><th>${words.until}</th>
    <th>${words.change}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function tokenForm({ words }: View, users: readonly OpsUser[]): Html {
  const who = users.map(({ name }) => html`<option>${name}</option>`);
  const scopes = SCOPES.map(
    (it) =>
      html`<label class="choice"><input type="checkbox" name="scope" value="${it}"${it === 'read' && html` checked`}> ${words.scope[it]}</label>`,
  );
  return html`<form method="post" action="/people/act" class="act"><label>${words.name}<input name="tokenName" required maxlength="100" dir="auto"></label>
    <label>${words.who}<select name="name">${who}</select></label><fieldset><legend>${words.scopes}</legend>${scopes}</fieldset>
    <label>${words.days}<input name="days" type="number" min="1" max="730" value="90" required></label>
    <button name="verb" value="token-add">${words.add}</button></form>`;
}
