import type { Alarm } from '@nashra/audit';
import { meaningOf } from '@nashra/pipeline';
import { guardSaid } from '../pages/concerns.ts';
import { count, counted, span } from '../pages/format.ts';
import { viewFor } from '../site/view.ts';
import type { Concern } from '../state/concerns.ts';

/** An alarm, and whether it breaks the quiet. */
export interface Ringing extends Alarm {
  readonly isUrgent: boolean;
}

const view = viewFor('en', null, '/');
const { trouble, healths } = view.words;
/** Of these, so many sources at once are news; one that fails is for the page. */
const MANY_SOURCES = 1;

/** What operators are told of, of all that needs attention: what can wait for the next look at the page is not of it. */
export function alarmsOf(concerns: readonly Concern[]): Ringing[] {
  return concerns.flatMap((it): Ringing[] => {
    const said = sayingOf(it);
    return said ? [said] : [];
  });
}

function sayingOf(it: Concern): Ringing | null {
  const { where } = it;
  switch (it.is) {
    case 'paused':
    case 'stands':
    case 'noTick':
      return { key: `${it.is} ${where}`, what: `${where}: ${trouble[it.is]}`, isUrgent: true };
    case 'other':
      return { key: `other ${where} ${it.what}`, what: `${where}: ${it.what}`, isUrgent: true };
    case 'growing': {
      const { group, lastHour } = it;
      const { stage, reason } = group;
      const growing = trouble.growing(count(view, group.count), count(view, lastHour));
      const what = `${where}: ${reason} (${meaningOf(reason) ?? stage}) ${growing}`;
      return { key: `growing ${stage} ${reason} ${where}`, what, isUrgent: false };
    }
    case 'sources': {
      const isNews =
        it.health === 'silent' ||
        it.health === 'incomplete' ||
        it.health === 'failing' ||
        it.health === 'late';
      if (!isNews || it.n < MANY_SOURCES) return null;
      const what = trouble.sources(counted(view, it.n), healths[it.health]);
      return { key: `sources ${it.health}`, what, isUrgent: false };
    }
    case 'lag': {
      const what = trouble.lag(span(view, it.p95), span(view, it.objective));
      return { key: 'lag', what, isUrgent: false };
    }
    case 'stopped':
      return {
        key: `stopped ${it.run.id}`,
        what: `${where}: ${trouble.stopped(count(view, it.run.acted))}`,
        isUrgent: false,
      };
    case 'guard': {
      const { publisher, state } = it.guard;
      const what = `${where}: ${guardSaid(view, it.guard)}`;
      return { key: `guard ${state} ${publisher}`, what, isUrgent: false };
    }
    // A backlog is legal.
    case 'held':
    case 'backlog':
    case 'quarantine':
      return null;
  }
}
