import { FINAL_STATES, FLIGHT_STATES } from '@nashra/ledger';
import pc from 'picocolors';
import { oneLine } from '../output/print.ts';
import type { SystemStatus } from '../status/read-system-status.ts';

export interface Live {
  readonly status: SystemStatus;
  readonly newest: string | undefined;
}

/** The counts as a small block for a terminal. */
export function liveBlock({ status, newest }: Live): string[] {
  const { ledger, articles, revisions, stories, images, feeds, queues } = status;
  const jobs = Object.entries(queues)
    .filter(([name]) => name !== 'tick')
    .map(([name, { waiting, active, delayed }]) => [name, waiting + active + delayed] as const);
  return [
    line('kept', [
      ['articles', articles],
      ['revisions', revisions],
      ['stories', stories],
      ['images', images],
      ['feeds', feeds],
    ]),
    line(
      'in flight',
      FLIGHT_STATES.map((state) => [state, ledger[state] ?? 0]),
    ),
    line(
      'ended',
      FINAL_STATES.map((state) => [state, ledger[state] ?? 0]),
    ),
    line('jobs', jobs),
    ...(newest ? [`${pc.dim('newest'.padEnd(10))} ${oneLine(newest, 200)}`] : []),
  ];
}

/** The same as one line, for a log. */
export function liveLine({ status: { ledger, articles, revisions, stories } }: Live): string {
  const sum = (states: readonly string[]) =>
    states.reduce((total, state) => total + (ledger[state] ?? 0), 0);
  return [
    `articles ${articles}, revisions ${revisions}, stories ${stories}`,
    `in flight ${sum(FLIGHT_STATES)}`,
    `known ${ledger['known'] ?? 0}, dropped ${ledger['dropped'] ?? 0}, quarantined ${ledger['quarantined'] ?? 0}`,
  ].join('; ');
}

function line(name: string, counts: readonly (readonly [string, number])[]): string {
  const text = counts.map(([what, n]) => `${what} ${n > 0 ? pc.bold(String(n)) : pc.dim('0')}`);
  return `${pc.dim(name.padEnd(10))} ${text.join('   ')}`;
}
