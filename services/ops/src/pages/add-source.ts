import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import type { Found } from '../state/found.ts';
import { count, counted, outside } from './format.ts';
import { page } from './layout.ts';

export interface AddSource {
  readonly address: string;
  /** Why nothing was found. */
  readonly complaint: string | null;
  readonly found: readonly Found[];
  /** By which what was found is added. */
  readonly errand: number | null;
}

/** What an address has as a source, before anything is added. */
export function addSourcePage(
  view: View,
  { address, complaint, found, errand }: AddSource,
): string {
  const { words } = view;
  const { yields } = words;
  return page(view, {
    at: '/sources',
    title: yields.add,
    main: html`<section><p class="soft">${yields.addAbout}</p><form class="filter" action="/sources/add">
        <input name="address" type="url" required maxlength="4096" dir="ltr" value="${address}" aria-label="${yields.address}" placeholder="https://">
        <button class="main">${yields.look}</button></form>
        ${complaint !== null && html`<p class="bad" role="alert" dir="auto">${complaint}</p>`}</section>
      ${found.length > 0 && html`<section><h2>${yields.found(counted(view, found.length))}</h2>${foundForm(view, found, errand)}</section>`}`,
  });
}

function foundForm(view: View, found: readonly Found[], errand: number | null): Html {
  const { words } = view;
  const { yields } = words;
  const rows = found.map(
    (it, at) =>
      html`<tr><td><input type="checkbox" name="choose" value="${at}"${at === 0 && html` checked`} aria-label="${it.address}"></td>
        <td class="long"><b dir="auto">${it.title || it.publisher.name}</b><br><small>${outside(it.address)}</small><br>
          <small class="soft">${it.format} · ${yields.foundBy[it.by]} · <bdi>${it.publisher.slug}</bdi></small></td>
        <td class="n">${count(view, it.entries + it.sitemaps)}</td>
        <td class="long">${it.first.map((entry) => html`<div dir="auto">${entry.title || entry.address} <small class="soft"><bdi>${entry.at?.slice(0, 16)}</bdi></small></div>`)}
          ${it.warnings.length > 0 && html`<small class="warn"><bdi>${it.warnings.join(', ')}</bdi></small>`}</td></tr>`,
  );
  return html`<form method="post" action="/sources/add"><input type="hidden" name="errand" value="${errand}">
    <table><thead><tr><th>${words.add}</th><th>${words.source}</th><th class="n">${yields.entries}</th><th>${words.example}</th></tr></thead>
    <tbody>${rows}</tbody></table><label>${words.because}<input name="because" maxlength="2000" dir="auto"></label>
    <button class="main">${yields.addChosen}</button></form>`;
}
