import type { BulkRun } from '@nashra/pipeline';
import { type Html, html } from '@nashra/site';
import type { View } from '../site/view.ts';
import { failuresHref } from '../state/group-filter.ts';
import { count, moment } from './format.ts';
import { page } from './layout.ts';
import { bar } from './trend.ts';

export function runsPage(view: View, runs: readonly BulkRun[]): string {
  const { words } = view;
  const rows = runs.map(
    (
      run,
    ) => html`<tr><td class="when"><a href="/runs/${run.id}">${moment(view, run.madeAt)}</a></td>
      <td>${words.verbs[run.verb]}</td><td class="long"><bdi>${run.filter}</bdi></td><td><bdi>${run.actor}</bdi></td>
      <td>${stateOf(view, run)}</td><td class="n">${run.matched !== null && count(view, run.matched)}</td>
      <td class="n">${count(view, run.acted)}</td><td class="n">${run.takenBack > 0 && count(view, run.takenBack)}</td></tr>`,
  );
  const table = html`<table><thead><tr><th>${words.asked}</th><th>${words.verb}</th><th>${words.filter}</th>
    <th>${words.by}</th><th>${words.state}</th><th class="n">${words.count}</th><th class="n">${words.sent}</th>
    <th class="n">${words.takenBack}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const main = html`<section><p><a href="/reread">${words.reread.name}</a></p>${runs.length === 0 ? html`<p class="soft">${words.none}</p>` : table}</section>`;
  return page(view, { at: '/runs', title: words.runs, main, isLive: true });
}

const TONE = {
  waiting: 'soft',
  running: 'warn',
  paused: 'warn',
  done: 'good',
  stopped: 'bad',
  aborted: 'warn',
  undoing: 'warn',
  undone: 'soft',
} as const satisfies Record<BulkRun['state'], string>;

function stateOf({ words }: View, { state, wanted }: BulkRun): Html {
  return html`<span class="${TONE[state]}">${words.runStates[state]}</span>${wanted && html` <small class="warn">${words.wanted[wanted]}</small>`}`;
}

/** How one run stands, phase by phase, and the way to stop it or take it back. */
export function runPage(view: View, run: BulkRun): string {
  const { words } = view;
  const { matched, sent, why } = run;
  const facts: readonly (readonly [string, unknown])[] = [
    [words.verb, words.verbs[run.verb]],
    [words.filter, html`<a href="${failuresHref(run.filter)}"><bdi>${run.filter}</bdi></a>`],
    [words.state, stateOf(view, run)],
    [words.why, why && words.runWhy[why]],
    [words.asked, html`${moment(view, run.madeAt)} · <bdi>${run.actor}</bdi>`],
    [words.because, html`<span dir="auto">${run.reason}</span>`],
    [words.rate, run.rate !== null && count(view, run.rate)],
    [words.count, matched !== null && count(view, matched)],
    [words.sent, html`${count(view, run.acted)} ${matched ? bar(sent / matched) : null}`],
    [words.takenBack, run.takenBack > 0 && count(view, run.takenBack)],
    [words.ended, run.endedAt && moment(view, run.endedAt)],
  ];
  const rows = facts
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        html`<tr><th scope="row">${name}</th><td class="long">${value as Html}</td></tr>`,
    );
  return page(view, {
    at: '/runs',
    title: `${words.run}${words.colon}${words.verbs[run.verb]}`,
    isLive: true,
    main: html`<section class="half"><table><tbody>${rows}</tbody></table>${view.acts && buttons(view, run)}</section>
      <section class="half"><h2>${words.phase}</h2>${phasesTable(view, run)}</section>`,
  });
}

function phasesTable(view: View, { phases, of, isWhole, verb }: BulkRun): Html {
  const { words } = view;
  if (isWhole || of === 1 || phases.length === 0)
    return html`<p class="soft">${words.verbHelp[verb]}</p>`;
  const rows = phases.map(
    (
      it,
      at,
    ) => html`<tr><td>${words.phaseOf(count(view, at + 1), count(view, of))}</td><td class="n">${count(view, it.sent)}</td>
      <td class="n">${count(view, it.ended)}</td><td class="n ${it.failed > 0 && 'bad'}">${count(view, it.failed)}</td></tr>`,
  );
  return html`<table><thead><tr><th>${words.phase}</th><th class="n">${words.sent}</th><th class="n">${words.ended}</th>
    <th class="n">${words.failedAgain}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** What may still be asked of a run, the likeliest first. */
function buttons({ words }: View, { id, state, wanted, verb }: BulkRun): Html | null {
  if (wanted) return null;
  const names = { abort: words.abort, pause: words.rest, resume: words.goOn, undo: words.undo };
  const button = (wish: keyof typeof names, isMain = false) =>
    html`<button formaction="/runs/${id}/${wish}"${isMain && html` class="main"`}>${names[wish]}</button> `;
  const all = {
    waiting: [button('abort', true), button('pause')],
    running: [button('abort', true), button('pause')],
    paused: [button('resume', true), button('abort')],
    undoing: [button('abort', true)],
    undone: [],
    done: [button('undo')],
    stopped: [button('undo')],
    aborted: [button('undo')],
  }[state];
  const isBack = state === 'done' || state === 'stopped' || state === 'aborted';
  // What was read again stays: the revisions before it are kept.
  if (all.length === 0 || (isBack && verb === 'reextract')) return null;
  return html`<form method="post" class="verbs">${all}${isBack && html`<small class="soft">${words.undoHelp}</small>`}</form>`;
}
