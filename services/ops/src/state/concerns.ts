import type { Pulse } from '@nashra/articles';
import type { FailureGroup } from '@nashra/ledger';
import { type Brake, type BulkRun, NO_TICK, PAUSED, STANDS, type Trouble } from '@nashra/pipeline';
import type { FeedHealth, Guard, Source } from '@nashra/sources';
import { failuresHref, filterOf } from './group-filter.ts';

/** Something that wants somebody, with where to go for it. */
export type Concern = {
  readonly where: string;
  readonly href: string;
  readonly since: Date | null;
} & (
  | { readonly is: 'paused' | 'stands' | 'noTick' }
  | { readonly is: 'other'; readonly what: string }
  | { readonly is: 'growing'; readonly group: FailureGroup; readonly lastHour: number }
  | {
      readonly is: 'sources';
      readonly health: FeedHealth;
      readonly n: number;
      readonly of: readonly Pick<Source, 'id' | 'name'>[];
    }
  | { readonly is: 'held'; readonly brake: Brake }
  | { readonly is: 'backlog'; readonly seconds: number }
  | { readonly is: 'lag'; readonly p95: number; readonly objective: number }
  | { readonly is: 'guard'; readonly guard: Guard }
  | { readonly is: 'stopped'; readonly run: BulkRun }
  | { readonly is: 'quarantine'; readonly n: number }
);

export interface ConcernFacts {
  readonly troubles: readonly Trouble[];
  readonly brakes: readonly Brake[];
  readonly groups: readonly FailureGroup[];
  readonly runs: readonly BulkRun[];
  readonly guards: readonly Guard[];
  readonly sources: readonly Source[];
  /** Seconds an address has waited for each stage at the most. */
  readonly oldest: Readonly<Record<string, number>>;
  readonly pulse: Pulse;
  readonly quarantined: number;
  /** Seconds within which 19 of 20 articles should come. */
  readonly objective: number;
}

/** A group grows when so many began to fail within the hour, and thrice as many as in a usual one. */
const GROWS = { least: 20, times: 3 } as const;
const MOST_GROUPS = 5;
const MOST_GUARDS = 10;
const BACKLOG_S = 15 * 60;
const DAY_MS = 86_400_000;
/** Of sources only what somebody should look at. */
const PRESSING: readonly FeedHealth[] = [
  'failing',
  'late',
  'silent',
  'overflowing',
  'incomplete',
  'empty',
];

/** What needs attention, the most pressing first: what stands still, what grows, what is late, what is a question. */
export function concernsOf(facts: ConcernFacts, now = Date.now()): Concern[] {
  return [
    ...facts.troubles.map(troubleOf),
    ...facts.brakes.map(heldBy),
    ...growing(facts.groups),
    ...guarded(facts.guards),
    ...stopped(facts.runs, now),
    ...late(facts),
    ...sick(facts.sources),
    ...questions(facts.quarantined),
  ];
}

function troubleOf({ where, what, since }: Trouble): Concern {
  const is =
    what === PAUSED ? 'paused' : what === STANDS ? 'stands' : what === NO_TICK ? 'noTick' : null;
  if (is === null) return { is: 'other', where, what, since, href: '/queues' };
  const href = is === 'noTick' ? '/queues' : `/queues/queue/${encodeURIComponent(where)}`;
  return { is, where, since, href };
}

function heldBy(brake: Brake): Concern {
  const { where } = brake;
  const href = where === 'redis' ? '/queues' : `/queues/queue/${where}`;
  return { is: 'held', where, href, since: null, brake };
}

/** Of each group how many began within the hour, the two columns that hold it taken together. */
function growing(groups: readonly FailureGroup[]): Concern[] {
  return groups
    .map((group) => {
      const lastHour = (group.trend.at(-1) ?? 0) + (group.trend.at(-2) ?? 0);
      const before = group.trend.slice(0, -2);
      const usual = before.reduce((sum, n) => sum + n, 0) / Math.max(1, before.length);
      return { group, lastHour, grows: lastHour >= Math.max(GROWS.least, GROWS.times * usual) };
    })
    .filter(({ grows }) => grows)
    .sort((a, b) => b.lastHour - a.lastHour)
    .slice(0, MOST_GROUPS)
    .map(({ group, lastHour }) => {
      const { host, firstAt } = group;
      const href = failuresHref(filterOf(group));
      return { is: 'growing', where: host, href, since: firstAt, group, lastHour };
    });
}

/** What is held, or was told of late; that somebody looks away is no concern. */
function guarded(guards: readonly Guard[]): Concern[] {
  return guards
    .filter(({ state }) => state !== 'off')
    .slice(0, MOST_GUARDS)
    .map((guard) => {
      const { name, publisher, since, toldAt } = guard;
      const href = `/guards?${new URLSearchParams({ of: publisher })}`;
      return { is: 'guard', where: name, href, since: since ?? toldAt, guard };
    });
}

function stopped(runs: readonly BulkRun[], now: number): Concern[] {
  return runs
    .filter(({ state, madeAt }) => state === 'stopped' && now - madeAt.getTime() < DAY_MS)
    .slice(0, 3)
    .map((run) => ({
      is: 'stopped',
      where: run.filter,
      href: `/runs/${run.id}`,
      since: run.endedAt,
      run,
    }));
}

function late({ oldest, pulse, objective }: ConcernFacts): Concern[] {
  const stages = Object.entries(oldest)
    .filter(([, seconds]) => seconds > BACKLOG_S)
    .map(([where, seconds]): Concern => {
      const href = `/queues/queue/${where}`;
      return { is: 'backlog', where, href, since: null, seconds };
    });
  const p95 = pulse.lag?.p95 ?? 0;
  if (p95 <= objective) return stages;
  return [
    ...stages,
    { is: 'lag', where: 'index', href: '/sources?sort=next', since: null, p95, objective },
  ];
}

function sick(sources: readonly Source[]): Concern[] {
  return PRESSING.flatMap((health): Concern[] => {
    const of = sources.filter((it) => it.health === health);
    const n = of.length;
    const href = `/sources?health=${health}`;
    return n === 0 ? [] : [{ is: 'sources', where: '', href, since: null, health, n, of }];
  });
}

function questions(n: number): Concern[] {
  const href = failuresHref('state:quarantined');
  return n === 0 ? [] : [{ is: 'quarantine', where: 'quarantine', href, since: null, n }];
}
