import type { ReadingReport } from '@nashra/reading';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { becauseField } from './because.ts';
import { count, spelt } from './format.ts';
import { page } from './layout.ts';

export interface Reread {
  /** As somebody wrote it. */
  readonly filter: string;
  readonly pages: number;
  /** What is wrong with it, or why there is no report. */
  readonly complaint: string | null;
  readonly report: ReadingReport | null;
}

/** What reading kept pages again would change; and, when that has been seen, the way to do it. */
export function rereadPage(view: View, it: Reread): string {
  const { words } = view;
  const { reread } = words;
  const { report, filter } = it;
  return page(view, {
    at: '/runs',
    title: reread.name,
    main: html`<section><p class="soft">${reread.about}</p>${filterForm(view, it)}</section>${
      report && reportSections(view, report)
    }${report && view.acts && report.matched > 0 && actForm(view, filter, report.matched)}`,
  });
}

function filterForm({ words }: View, { filter, pages, complaint }: Reread): Html {
  const { reread } = words;
  return html`<form class="filter" action="/reread" role="search" aria-label="${words.filter}"><label for="filter">${words.filter}</label>
    <input id="filter" name="filter" value="${filter}" maxlength="2000" required dir="ltr" placeholder="${reread.filterHint}"
      autocomplete="off" spellcheck="false" aria-describedby="filter-help">
    <select name="pages" aria-label="${reread.pages}">${[50, 100, 300, 1_000].map(
      (n) => html`<option${n === pages && html` selected`}>${n}</option>`,
    )}</select><button>${reread.compare}</button></form>
    <p id="filter-help" class="soft">${reread.filterHelp}</p>
    ${complaint !== null && html`<p class="bad" role="alert" dir="auto">${complaint}</p>`}`;
}

function reportSections(view: View, report: ReadingReport): Html {
  const { reread } = view.words;
  const n = (it: number) => count(view, it);
  const fields = Object.entries(report.fields).sort(([, a], [, b]) => b - a);
  const publishers = report.publishers.map(
    (it) =>
      html`<tr><td><bdi>${it.publisher}</bdi></td><td class="n">${n(it.read)}</td><td class="n ${it.changed > 0 && 'warn'}">${n(it.changed)}</td>
        <td class="long">${Object.entries(it.fields).map(([field, of]) => html`<code>${field}</code> ${n(of)} `)}</td></tr>`,
  );
  return html`<section><h2>${reread.compared(n(report.changed), n(report.read), n(report.matched))}</h2></section>
    <section class="third"><h2>${reread.byField}</h2>${
      fields.length === 0
        ? html`<p class="soft">${view.words.none}</p>`
        : html`<table><tbody>${fields.map(
            ([field, of]) =>
              html`<tr><th scope="row">${field}</th><td class="n">${n(of)}</td></tr>`,
          )}</tbody></table>`
    }</section>
    <section class="most"><h2>${reread.byPublisher}</h2><table><thead><tr><th>${view.words.publisher}</th><th class="n">${reread.read}</th>
      <th class="n">${reread.wouldChange}</th><th>${reread.fields}</th></tr></thead><tbody>${publishers}</tbody></table></section>
    ${report.pages.length > 0 && html`<section><h2>${reread.such}</h2>${changesTable(view, report)}</section>`}`;
}

const SHOWN = 20;

function changesTable(view: View, { pages }: ReadingReport): Html {
  const { words } = view;
  const rows = pages.slice(0, SHOWN).flatMap(({ address, addressId, changes }) =>
    changes.map(
      ({ field, before, after, alike }, at) =>
        html`<tr><td class="long">${at === 0 && html`<a href="/address?of=${addressId}">${spelt(address)}</a>`}</td>
          <td><code>${field}</code>${alike > 0 && html`<br><small class="soft">${words.reread.alike(count(view, Math.round(100 * alike)))}</small>`}</td>
          <td class="long"><del dir="auto">${before}</del></td><td class="long"><ins dir="auto">${after}</ins></td></tr>`,
    ),
  );
  return html`<table><thead><tr><th>${words.journey}</th><th>${words.reread.field}</th><th>${words.before}</th>
    <th>${words.after}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function actForm(view: View, filter: string, n: number): Html {
  const { words } = view;
  return html`<section><h2>${words.reread.all}</h2><p class="soft">${words.verbHelp.reextract}</p>
    <form method="post" action="/runs" class="act"><input type="hidden" name="verb" value="reextract">
    <input type="hidden" name="filter" value="${filter}">
    ${becauseField(view)}
    <label>${words.rate}<input name="rate" type="number" min="1" max="10000"></label>
    <label class="choice"><input type="checkbox" name="atOnce" value="1"> ${words.atOnce}</label>
    <button class="main">${words.reread.go(count(view, n))}</button></form></section>`;
}
