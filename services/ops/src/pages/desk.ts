import type { StoredImage, Takedown } from '@nashra/articles';
import type { UnsureField } from '@nashra/pipeline';
import { type Html, html, told } from '@nashra/site';
import type { View } from '../site/view.ts';
import { becauseField, becauseInput } from './because.ts';
import { count, moment } from './format.ts';
import { imagesSection } from './images.ts';
import { page } from './layout.ts';
import { storiesSection } from './stories.ts';

export interface Desk {
  readonly unsure: readonly UnsureField[];
  readonly takedowns: readonly Takedown[];
  readonly images: readonly StoredImage[];
}

/** What wants a person's reading, and who is taken down. */
export function deskPage(view: View, { unsure, takedowns, images }: Desk): string {
  const { words } = view;
  return page(view, {
    at: '/desk',
    title: words.deskName,
    main: html`<section><h2>${words.desk.unsure}</h2><p class="soft">${words.desk.about}</p>${unsureTable(view, unsure)}</section>
      ${imagesSection(view, images)}${storiesSection(view)}
      <section><h2>${words.desk.takedowns}</h2>${takedownsTable(view, takedowns)}</section>
      ${view.acts && html`<section><h2>${words.desk.takeDown}</h2>${takeDownForm(view)}</section>`}`,
  });
}

function unsureTable(view: View, unsure: readonly UnsureField[]): Html {
  const { words } = view;
  if (unsure.length === 0) return html`<p class="good">${words.none}</p>`;
  const rows = unsure.map(
    (it) => html`<tr><td class="n">${count(view, Math.round(100 * it.sureness))} %</td>
      <td>${words.guard.fields[it.field]}</td><td class="long"><span dir="auto">${it.said.slice(0, 200)}</span></td>
      <td class="long"><a href="/address?of=${it.addressId}">${told(it.address.slice(0, 200), null)}</a></td>
      ${view.acts && html`<td>${answerForm(view, it)}</td>`}</tr>`,
  );
  return html`<table><thead><tr><th class="n">${words.desk.sure}</th><th>${words.desk.field}</th><th>${words.desk.read}</th>
    <th>${words.journey}</th>${view.acts && html`<th>${words.deed}</th>`}</tr></thead><tbody>${rows}</tbody></table>`;
}

function answerForm({ words }: View, { articleId, field }: UnsureField): Html {
  const named = `${words.desk.isRight}: ${words.guard.fields[field]} ${articleId}`;
  return html`<form method="post" action="/desk/act" class="verbs"><input type="hidden" name="article" value="${articleId}">
    <input type="hidden" name="field" value="${field}"><input name="right" maxlength="100000" dir="auto" aria-label="${named}"
      placeholder="${words.desk.isRight}"><button name="verb" value="wrong">${words.save}</button>
    <button name="verb" value="right">${words.desk.asRead}</button></form>`;
}

function takedownsTable(view: View, takedowns: readonly Takedown[]): Html {
  const { words } = view;
  if (takedowns.length === 0) return html`<p class="soft">${words.none}</p>`;
  const rows = takedowns.map(
    (
      it,
    ) => html`<tr><td>${words.desk.kinds[it.kind]}</td><td><bdi>${it.name ?? it.publisherId}</bdi></td>
      <td class="long"><span dir="auto">${it.reason}</span></td><td><bdi>${it.actor}</bdi></td>
      <td class="when">${moment(view, it.madeAt)}</td>
      <td class="n">${it.liftedAt ? words.desk.lifted : count(view, it.articles)}</td>
      ${view.acts && html`<td>${it.liftedAt ? null : liftForm(view, it)}</td>`}</tr>`,
  );
  return html`<table><thead><tr><th>${words.what}</th><th>${words.who}</th><th>${words.why}</th><th>${words.by}</th>
    <th>${words.when}</th><th class="n">${words.desk.down}</th>${view.acts && html`<th>${words.deed}</th>`}</tr></thead>
    <tbody>${rows}</tbody></table>`;
}

function liftForm(view: View, { id }: Takedown): Html {
  const { words } = view;
  return html`<form method="post" action="/desk/act" class="verbs"><input type="hidden" name="takedown" value="${id}">
    ${becauseInput(view, `${words.because} ${id}`)}
    <button name="verb" value="lift">${words.desk.lift}</button></form>`;
}

function takeDownForm(view: View): Html {
  const { words } = view;
  return html`<form method="post" action="/desk/act" class="act"><p class="soft">${words.desk.takeDownHelp}</p>
    <label>${words.desk.kinds.author}<input name="author" maxlength="400" dir="auto"></label>
    <label>${words.desk.slug}<input name="publisher" maxlength="200" dir="ltr"></label>
    ${becauseField(view)}
    <button class="main" name="verb" value="take-down">${words.desk.takeDown}</button></form>`;
}
