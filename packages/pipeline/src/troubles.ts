import type { Db } from '@nashra/db';
import { environmentFault } from '@nashra/errors';
import { type Flow, STANDSTILL_MS, standsStill } from '@nashra/queue';
import { sql } from 'kysely';
import { queues as contracts, type Pipeline, type QueueName } from './way.ts';

/** Something that keeps work from moving. */
export interface Trouble {
  /** A queue, a service, `postgres` or `redis`. */
  readonly where: string;
  /** In a few words which do not change while it lasts. */
  readonly what: string;
  /** Where somebody knows. */
  readonly since: Date | null;
}

export const PAUSED = 'paused: its jobs wait until it is resumed';
export const STANDS = 'stands still: jobs wait and none has left for a minute';
export const SILENT = 'not heard any more: it is stopped, cut off or dead';
export const NO_TICK = 'no scheduler: nothing has ticked for a minute';

/** All that keeps work from moving, as services, queues and servers say it; empty when work moves. */
export async function readTroubles({ db, queues }: Pipeline): Promise<Trouble[]> {
  const names = Object.keys(contracts) as QueueName[];
  const [told, silent, flows, servers] = await Promise.all([
    queues.faults().catch(() => []),
    queues.silent().catch(() => []),
    Promise.all(names.map((name) => queues.flow(name))).catch(() => []),
    serverTroubles({ db, queues }),
  ]);
  return [
    ...servers,
    ...told.map(({ who: where, what, since }) => ({ where, what, since })),
    ...silent.map(({ who: where, since }) => ({ where, what: SILENT, since })),
    ...flows.flatMap((flow, at) => troublesOfQueue(names[at] as QueueName, flow)),
  ];
}

/** What the flow of a queue says. The tick is due all the time, so that its silence is a scheduler that is missing. */
export function troublesOfQueue(name: QueueName, flow: Flow): Trouble[] {
  const where = name;
  if (flow.paused) return [{ where, what: PAUSED, since: null }];
  if (name === 'tick' && (flow.leftMs ?? Number.POSITIVE_INFINITY) >= STANDSTILL_MS) {
    return [{ where: 'scheduler', what: NO_TICK, since: null }];
  }
  return standsStill(flow) ? [{ where, what: STANDS, since: null }] : [];
}

async function serverTroubles({ db, queues }: Pipeline): Promise<Trouble[]> {
  const asked = { postgres: canWrite(db), redis: queues.ping() };
  const found = Object.entries(asked).map(async ([where, question]) => {
    const error = await question.then(
      () => null,
      (err: unknown) => err,
    );
    if (error === null) return [];
    const { what } = environmentFault(error) ?? { what: `${where}: ${(error as Error).message}` };
    return [{ where, what: what.replace(`${where}: `, ''), since: null }];
  });
  return (await Promise.all(found)).flat();
}

/**
 * A database that can be read but not written is one on which nothing moves.
 *
 * @throws Error that says so, or what the connection met
 */
export async function canWrite(db: Db): Promise<void> {
  const { rows } = await sql<{ value: string }>`
    select current_setting('transaction_read_only') as value`.execute(db);
  // As the server itself would say it at the first write.
  if (rows[0]?.value === 'on')
    throw Object.assign(new Error('postgres: read-only'), { severity: 'ERROR', code: '25006' });
}
