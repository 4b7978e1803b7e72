import { type Html, html } from '@nashra/site';
import type { Guard } from '@nashra/sources';
import type { View } from '../site/view.ts';
import type { Concern } from '../state/concerns.ts';
import { count, counted, moment, span } from './format.ts';
import { fieldsOf } from './guards.ts';
import { meaning } from './meaning.ts';

/** What needs attention, each with its cause in words and the way to what mends it. */
export function concernsList(view: View, concerns: readonly Concern[]): Html {
  const { words } = view;
  if (concerns.length === 0)
    return html`<section><h2>${words.attention}</h2><p class="good">${words.nothingWrong}</p></section>`;
  const rows = concerns.map((concern) => {
    const [cause, todo, tone] = said(view, concern);
    return html`<tr><td class="word where ${tone}"><bdi>${concern.where || words.sources}</bdi></td><td class="long">${cause}</td>
      <td class="long"><a href="${concern.href}">${todo}</a></td>
      <td class="when">${concern.since && moment(view, concern.since)}</td></tr>`;
  });
  return html`<section class="concerns"><h2>${words.attention}</h2><table><thead><tr><th>${words.subject}</th>
    <th>${words.why}</th><th>${words.todo}</th><th>${words.since}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** What has become of a publisher's pages, in a sentence. */
export function guardSaid(view: View, guard: Guard): string {
  const { guard: words } = view.words;
  const { told, state } = guard;
  if (!told) return words.concernHeld;
  const fields = fieldsOf(view, guard);
  return state === 'held' ? words.concern(fields) : words.concernBuilt(fields);
}

const toneOf = ({ state }: Guard) => (state === 'held' ? 'bad' : 'warn');

type Said = readonly [cause: Html | string, todo: string, tone: 'bad' | 'warn'];

function said(view: View, concern: Concern): Said {
  const { trouble, healths } = view.words;
  switch (concern.is) {
    case 'paused':
      return [trouble.paused, trouble.pausedTodo, 'bad'];
    case 'stands':
      return [trouble.stands, trouble.standsTodo, 'bad'];
    case 'noTick':
      return [trouble.noTick, trouble.noTickTodo, 'bad'];
    case 'other':
      return [html`<bdi>${concern.what}</bdi>`, trouble.otherTodo, 'bad'];
    case 'growing': {
      const { group, lastHour } = concern;
      const { reason, error } = group;
      const cause = html`<code>${reason}</code> ${meaning(view, reason)}
        ${error && html`<small class="error" dir="auto">${error}</small>`}
        <b>${trouble.growing(count(view, group.count), count(view, lastHour))}</b>`;
      return [cause, trouble.growingTodo, 'bad'];
    }
    case 'sources': {
      const cause = trouble.sources(counted(view, concern.n), healths[concern.health]);
      return [cause, trouble.sourcesTodo, 'warn'];
    }
    case 'held': {
      const { brake } = concern;
      const cause =
        brake.where === 'redis'
          ? trouble.heldByRedis(count(view, Math.round(100 * brake.share)))
          : trouble[brake.newsGoesOn ? 'heldBack' : 'held'](counted(view, brake.jobs));
      return [cause, trouble.heldTodo, 'warn'];
    }
    case 'guard':
      return [guardSaid(view, concern.guard), view.words.guard.todo, toneOf(concern.guard)];
    case 'backlog':
      return [trouble.backlog(span(view, concern.seconds)), trouble.backlogTodo, 'warn'];
    case 'lag': {
      const cause = trouble.lag(span(view, concern.p95), span(view, concern.objective));
      return [cause, trouble.lagTodo, 'warn'];
    }
    case 'stopped':
      return [trouble.stopped(count(view, concern.run.acted)), trouble.stoppedTodo, 'warn'];
    case 'quarantine':
      return [trouble.quarantine(counted(view, concern.n)), trouble.quarantineTodo, 'warn'];
  }
}
