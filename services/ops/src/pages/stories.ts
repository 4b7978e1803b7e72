import type { AuditEntry } from '@nashra/audit';
import type { Story } from '@nashra/reader';
import { type Html, html, telling } from '@nashra/site';
import type { View } from '../site/view.ts';
import { deedsTable } from './audit.ts';
import { becauseField } from './because.ts';
import { moment, outside } from './format.ts';
import { page } from './layout.ts';

export interface Stories {
  readonly story: Story;
  /** The one it may be merged with, as it was asked for. */
  readonly other: Story | null;
  /** What was done to it, the latest first. */
  readonly deeds: readonly AuditEntry[];
}

/** A form that leads to one. */
export function storiesSection({ words }: View): Html {
  const { desk } = words;
  return html`<section><h2>${desk.stories}</h2><p class="soft">${desk.storiesAbout}</p><form class="filter" action="/stories">
    <input name="of" inputmode="numeric" pattern="[0-9]{1,16}" required aria-label="${desk.storyOf}" placeholder="${desk.storyOf}">
    <button>${words.show}</button></form></section>`;
}

/** A story and its articles: what may be taken out of it, and what it may be merged with, which is shown first. */
export function storyPage(view: View, { story, other, deeds }: Stories): string {
  const { words } = view;
  const { desk } = words;
  const { id, mergedInto } = story;
  const gone =
    mergedInto !== null &&
    html`<p>${desk.movedTo} <a href="/stories?of=${mergedInto}">${desk.story(`${mergedInto}`)}</a></p>`;
  const isSplit = view.acts && mergedInto === null && story.versions.length > 1;
  return page(view, {
    at: '/desk',
    title: desk.story(`${id}`),
    main: html`<section class="${other && 'half'}"><h2>${desk.story(`${id}`)}</h2>${gone}${
      isSplit ? splitForm(view, story) : articlesTable(view, story)
    }</section>
      ${other && html`<section class="half"><h2>${desk.story(`${other.id}`)}</h2>${articlesTable(view, other)}</section>`}
      ${view.acts && mergedInto === null && html`<section><h2>${desk.other}</h2>${mergeForms(view, story, other)}</section>`}
      <section><h2>${words.history}</h2>${view.acts && backForms(view, deeds)}${deedsTable(view, deeds)}</section>`,
  });
}

function articlesTable(view: View, { versions }: Story, isChosen = false): Html {
  const { words } = view;
  const rows = versions.map(
    ({ id, title, url, language, publisherName, publishedAt }) =>
      html`<tr>${isChosen && html`<td><input type="checkbox" name="articles" value="${id}" aria-label="${id} ${title}"></td>`}
        <td><a href="/address?of=${id}">${id}</a></td><td class="long"><span${telling(title, language)}>${outside(url, title)}</span></td>
        <td><bdi>${publisherName}</bdi></td><td class="when">${moment(view, publishedAt)}</td></tr>`,
  );
  return html`<table><thead><tr>${isChosen && html`<th>${words.desk.split}</th>`}<th>${words.article}</th><th>${words.title}</th>
    <th>${words.publisher}</th><th>${words.published}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function splitForm(view: View, story: Story): Html {
  const { words } = view;
  return html`<form method="post" action="/stories/act"><input type="hidden" name="verb" value="split">
    ${articlesTable(view, story, true)}<div class="act">${becauseField(view)}<button>${words.desk.split}</button></div></form>`;
}

function mergeForms(view: View, { id }: Story, other: Story | null): Html {
  const { desk } = view.words;
  const look = html`<form class="filter" action="/stories"><input type="hidden" name="of" value="${id}">
    <input name="with" inputmode="numeric" pattern="[0-9]{1,16}" required value="${other?.id}" aria-label="${desk.storyOf}" placeholder="${desk.storyOf}">
    <button>${desk.preview}</button></form>`;
  if (!other || other.id === id || other.mergedInto !== null) return look;
  return html`${look}<form method="post" action="/stories/act" class="act"><input type="hidden" name="verb" value="merge">
    <input type="hidden" name="from" value="${id}"><input type="hidden" name="into" value="${other.id}">${becauseField(view)}
    <button class="main">${desk.mergeInto(`${id}`, `${other.id}`)}</button></form>`;
}

/** The way back of the latest move, if a move it was: what was merged is taken out again, what was taken out is merged. */
function backForms({ words }: View, [latest]: readonly AuditEntry[]): Html | null {
  if (!latest) return null;
  const { from, into, moved } = latest.detail as { from?: number; into?: number; moved?: unknown };
  const ids = Array.isArray(moved) ? moved.filter((it) => Number.isSafeInteger(it)) : [];
  const isMerge = latest.action === 'story.merge' && ids.length > 0;
  if (!isMerge && (latest.action !== 'story.split' || !from || !into)) return null;
  const fields = isMerge
    ? html`<input type="hidden" name="verb" value="split">${ids.map((it) => html`<input type="hidden" name="articles" value="${it}">`)}`
    : html`<input type="hidden" name="verb" value="merge"><input type="hidden" name="from" value="${into}">
        <input type="hidden" name="into" value="${from}">`;
  return html`<form method="post" action="/stories/act" class="verbs">${fields}<input type="hidden" name="because"
    value="${words.desk.takeBack}${words.colon}${latest.reason}"><button>${words.desk.takeBack}</button></form>`;
}
