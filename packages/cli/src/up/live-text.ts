import { FINAL_STATES, FLIGHT_STATES, type Status } from '@nashra/pipeline';
import pc from 'picocolors';
import { oneLine } from '../output/print.ts';

export interface Live {
  readonly status: Status;
  readonly newest: string | undefined;
  /** What keeps nearly all feeds from answering, in a line. */
  readonly outage: string | undefined;
}

/** The counts as a small block for a terminal. */
export function liveBlock({ status, newest, outage }: Live): string[] {
  const { ledger, articles, revisions, stories, images, feeds, queues } = status;
  const jobs = Object.entries(queues)
    .filter(([name]) => name !== 'tick' && name !== 'release')
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
      FLIGHT_STATES.map((state) => [state, ledger[state]]),
    ),
    line(
      'ended',
      FINAL_STATES.map((state) => [state, ledger[state]]),
    ),
    line('jobs', jobs),
    ...(newest ? [`${pc.dim('newest'.padEnd(10))} ${oneLine(newest, 200)}`] : []),
    ...(outage ? [pc.yellow(outage)] : []),
  ];
}

/** The same as one line, for a log. */
export function liveLine({ status, outage }: Live): string {
  const { ledger, articles, revisions, stories } = status;
  const inFlight = FLIGHT_STATES.reduce((total, state) => total + ledger[state], 0);
  return [
    `articles ${articles}, revisions ${revisions}, stories ${stories}`,
    `in flight ${inFlight}`,
    `known ${ledger.known}, dropped ${ledger.dropped}, quarantined ${ledger.quarantined}`,
    ...(outage ? [outage] : []),
  ].join('; ');
}

function line(name: string, counts: readonly (readonly [string, number])[]): string {
  const text = counts.map(([what, n]) => `${what} ${n > 0 ? pc.bold(String(n)) : pc.dim('0')}`);
  return `${pc.dim(name.padEnd(10))} ${text.join('   ')}`;
}
