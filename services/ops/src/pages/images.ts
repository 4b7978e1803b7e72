import type { StoredImage } from '@nashra/articles';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { becauseInput } from './because.ts';
import { count, moment, outside } from './format.ts';

/** Images that readers reported or somebody hid; none is loaded here: the site of the publisher is told nothing. */
export function imagesSection(view: View, images: readonly StoredImage[]): Html {
  const { desk } = view.words;
  return html`<section><h2>${desk.images}</h2><p class="soft">${desk.imagesAbout}</p>${
    images.length === 0 ? html`<p class="good">${view.words.none}</p>` : imagesTable(view, images)
  }</section>`;
}

function imagesTable(view: View, images: readonly StoredImage[]): Html {
  const { words } = view;
  const { desk } = words;
  const rows = images.map((it) => {
    const state = it.hiddenBy ?? (it.approvedAt ? 'approved' : 'shown');
    return html`<tr><td class="${it.hiddenBy ? 'bad' : 'soft'}">${desk.imageStates[state]}</td>
      <td class="n">${it.reports > 0 && count(view, it.reports)}</td>
      <td class="long">${outside(it.url, it.url.slice(0, 200))}</td>
      <td><a href="/address?of=${it.articleId}">${it.articleId}</a></td>
      <td class="when">${it.hiddenAt && moment(view, it.hiddenAt)}</td>
      ${view.acts && html`<td>${turnForm(view, it)}</td>`}</tr>`;
  });
  return html`<table><thead><tr><th>${words.state}</th><th class="n">${desk.reports}</th><th>${desk.image}</th>
    <th>${desk.article}</th><th>${words.when}</th>${view.acts && html`<th>${words.deed}</th>`}</tr></thead>
    <tbody>${rows}</tbody></table>`;
}

function turnForm(view: View, { id, hiddenAt, approvedAt, reports }: StoredImage): Html {
  const { words } = view;
  const { desk } = words;
  const hide = html`<button name="verb" value="hide">${desk.hide}</button> `;
  const show = html`<button name="verb" value="show">${desk.showAgain}</button>`;
  const isOpen = hiddenAt === null && approvedAt === null && reports > 0;
  return html`<form method="post" action="/desk/images" class="verbs"><input type="hidden" name="image" value="${id}">
    ${becauseInput(view, `${words.because} ${id}`)}
    ${hiddenAt === null && hide}${(hiddenAt !== null || isOpen) && show}</form>`;
}
