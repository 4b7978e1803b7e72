import { type Brake, STATES, type Status, type Trouble } from '@nashra/pipeline';
import pc from 'picocolors';
import { ago } from '../output/ago.ts';
import { table } from '../output/table.ts';

/** The counts for a person: what there is, where the addresses stand and why, what waits. */
export function statusText(status: Status): string {
  const { ledger, reasons, queues, again, troubles, brakes } = status;
  const kept = ['articles', 'revisions', 'stories', 'images', 'changes', 'publishers', 'feeds'];
  const counts = status as unknown as Readonly<Record<string, number>>;
  const states = STATES.map((state) => [state, ledger[state]]);
  const why = Object.entries(reasons).sort(([, a], [, b]) => b - a);
  const jobs = Object.entries(queues).map(([name, { waiting, active, delayed, failed }]) => [
    name,
    waiting,
    active,
    delayed,
    failed,
  ]);
  return [
    ...troubleLines(troubles),
    ...brakeLines(brakes),
    pc.bold('Kept'),
    table(kept.map((name) => [name, counts[name] ?? 0])),
    '',
    pc.bold('Addresses by state'),
    table(states as [string, number][]),
    ...(why.length > 0 ? ['', pc.bold('Why they ended'), table(why)] : []),
    ...(again.addresses > 0
      ? [`${again.addresses} of them are looked at again, the next ${ago(again.next)}`]
      : []),
    '',
    pc.bold('Queues'),
    table(jobs as [string, number][], ['queue', 'waiting', 'active', 'delayed', 'failed']),
  ].join('\n');
}

/** Nothing is wrong, and nothing more is let in. */
function brakeLines(brakes: readonly Brake[]): string[] {
  if (brakes.length === 0) return [];
  const rows = brakes.map((it): [string, string] => [
    it.where,
    it.where === 'redis'
      ? `${Math.round(100 * it.share)} % of its memory is used`
      : `${it.jobs} jobs wait${it.newsGoesOn ? ', live news goes on' : ''}`,
  ]);
  return [pc.bold(pc.yellow('Held back until these have caught up')), table(rows), ''];
}

/** First of all what keeps work from moving. */
function troubleLines(troubles: readonly Trouble[]): string[] {
  if (troubles.length === 0) return [];
  const rows = troubles.map(({ where, what, since }): [string, string] => [
    where,
    since ? `${what}, ${ago(since)}` : what,
  ]);
  return [pc.bold(pc.red('Not moving')), table(rows), ''];
}
