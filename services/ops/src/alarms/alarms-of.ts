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

/** First words of the keys of what breaks the quiet. */
export const URGENT: readonly string[] = ['paused', 'stands', 'noTick', 'other'];

const view = viewFor('en', null, '/');
const { trouble, healths } = view.words;
/** Sources that are told of by name; more of one kind are one line, with the first of them. */
const FEW_SOURCES = 3;
const FIRST_NAMES = 10;
/** Sources of one kind that are watched apart. */
const MOST_SOURCES = 1_000;

/** What operators are told of, of all that needs attention: what can wait for the next look at the page is not of it. */
export function alarmsOf(concerns: readonly Concern[]): Ringing[] {
  return concerns.flatMap((it): Ringing[] => {
    if (it.is === 'sources') return sourcesOf(it);
    const said = sayingOf(it);
    return said ? [said] : [];
  });
}

/** Each source is an alarm of its own: while one is silent, another one falls silent too, and the first comes back before it. */
function sourcesOf({ health, of }: Extract<Concern, { is: 'sources' }>): Ringing[] {
  if (!PRESSING.has(health)) return [];
  return of.slice(0, MOST_SOURCES).map(({ id, name }) => ({
    key: `sources ${health} ${id}`,
    what: `${name}: ${healths[health]}`,
    isUrgent: false,
  }));
}

const PRESSING: ReadonlySet<string> = new Set(['silent', 'incomplete', 'failing', 'late']);
const OF_SOURCE = /^sources (\S+) \d+$/;

/** The lines of a message: many sources of one kind are one of them. */
export function linesOf<One extends Alarm>(
  alarms: readonly One[],
  lineOf: (it: One) => string,
): string[] {
  const kinds = new Map<string, One[]>();
  for (const it of alarms) {
    const kind = OF_SOURCE.exec(it.key)?.[1] ?? it.key;
    kinds.set(kind, [...(kinds.get(kind) ?? []), it]);
  }
  return [...kinds].flatMap(([kind, same]) => {
    if (same.length <= FEW_SOURCES) return same.map(lineOf);
    const [first] = same as [One];
    const names = same
      .slice(0, FIRST_NAMES)
      .map(({ what }) => what.slice(0, what.lastIndexOf(': ')));
    const more = same.length > names.length ? `, and ${same.length - names.length} more` : '';
    const health = healths[kind as keyof typeof healths];
    const what = `${trouble.sources(counted(view, same.length), health)}: ${names.join(', ')}${more}`;
    return [lineOf({ ...first, what })];
  });
}

function sayingOf(it: Exclude<Concern, { is: 'sources' }>): Ringing | null {
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
