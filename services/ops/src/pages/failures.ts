import type { FailureGroup, FailureSum } from '@nashra/ledger';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { failuresHref, filterOf } from '../state/group-filter.ts';
import { becauseField } from './because.ts';
import { count, counted, moment, spelt } from './format.ts';
import { page } from './layout.ts';
import { meaning } from './meaning.ts';
import { trend } from './trend.ts';

export interface Failures {
  /** As somebody wrote it. */
  readonly filter: string;
  /** What is wrong with it; then there is nothing else. */
  readonly complaint: string | null;
  readonly groups: readonly FailureGroup[];
  readonly sum: FailureSum;
}

export const VERBS = ['retry', 'discard', 'quarantine'] as const;

/** What came to nothing, in groups; of a filter also what can be done to all of them. */
export function failuresPage(view: View, failures: Failures): string {
  const { words } = view;
  const { filter, complaint, groups, sum } = failures;
  const found = html`<section><h2>${words.matched(counted(view, sum.count), counted(view, sum.groups))}
      ${trend(sum.trend, words.began)}</h2>${groupsTable(view, groups)}</section>`;
  return page(view, {
    at: '/failures',
    title: words.failures,
    main: html`${filterForm(view, failures)}${complaint === null && found}${
      complaint === null && view.acts && sum.count > 0 && actForm(view, filter, sum.count)
    }`,
  });
}

function filterForm({ words }: View, { filter, complaint }: Failures): Html {
  return html`<section><form class="filter" action="/failures" role="search" aria-label="${words.filter}">
    <label for="filter">${words.filter}</label>
    <input id="filter" name="filter" value="${filter}" maxlength="2000" dir="ltr" placeholder="${words.filterHint}"
      autocomplete="off" spellcheck="false" aria-describedby="filter-help"><button>${words.show}</button></form>
    <p id="filter-help" class="soft">${words.filterHelp}</p>
    ${complaint !== null && html`<p class="bad" role="alert" dir="auto">${complaint}</p>`}</section>`;
}

function groupsTable(view: View, groups: readonly FailureGroup[]): Html {
  const { words } = view;
  if (groups.length === 0) return html`<p class="good">${words.none}</p>`;
  const rows = groups.map((group) => {
    const { state, stage, reason, host, error, firstAt, lastAt, again, example, exampleId } = group;
    return html`<tr><td class="n"><a href="${failuresHref(filterOf(group))}">${count(view, group.count)}</a></td>
      <td>${stage}${state === 'quarantined' && html`<br><small class="bad">${words.held}</small>`}</td>
      <td class="long"><code>${reason}</code> <small class="soft">${meaning(view, reason)}</small>
        ${error && html`<br><small class="error" dir="auto">${error}</small>`}</td>
      <td class="where"><bdi>${host}</bdi></td><td>${trend(group.trend, words.began)}</td>
      <td class="when">${moment(view, firstAt)}</td><td class="when">${moment(view, lastAt)}</td>
      <td class="n">${again > 0 && count(view, again)}</td>
      <td class="long"><a href="/address?of=${exampleId}">${spelt(example)}</a></td></tr>`;
  });
  return html`<table><thead><tr><th class="n">${words.count}</th><th>${words.stage}</th><th>${words.reason}</th>
    <th>${words.host}</th><th>${words.lastDay}</th><th>${words.first}</th><th>${words.last}</th><th class="n">${words.again}</th>
    <th>${words.example}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function actForm(view: View, filter: string, n: number): Html {
  const { words } = view;
  if (filter === '')
    return html`<section><h2>${words.act}</h2><p class="soft">${words.actHint}</p></section>`;
  const verbs = VERBS.map(
    (verb, at) =>
      html`<label class="choice"><input type="radio" name="verb" value="${verb}"${at === 0 && html` checked`}>
        <b>${words.verbs[verb]}</b> <small class="soft">${words.verbHelp[verb]}</small></label>`,
  );
  return html`<section><h2>${words.act}</h2><form method="post" action="/runs" class="act">
    <input type="hidden" name="filter" value="${filter}"><fieldset><legend>${words.verb}</legend>${verbs}</fieldset>
    ${becauseField(view)}
    <label>${words.rate}<input name="rate" type="number" min="1" max="10000"></label>
    <label class="choice"><input type="checkbox" name="atOnce" value="1"> ${words.atOnce}</label>
    <button class="main">${words.go(count(view, n))}</button></form></section>`;
}
