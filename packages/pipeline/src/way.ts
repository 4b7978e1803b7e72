import { addressReference, defineQueue, keyOfReference } from '@nashra/contracts';
import type { Db } from '@nashra/db';
import type { Queues } from '@nashra/queue';
import { z } from 'zod';

/**
 * The way of an address, stage by stage. `waiting` addresses lie in Postgres alone until `release` lets them in; from
 * then on each row says whose job an address waits for. A stage named here is a folder of services/ with a `service.ts`;
 * its queue, its metrics, what `up` starts and how it is watched follow from this table. The database names the states
 * once more, in the checks of `flight.state` and `address.state`: a new stage comes with a migration.
 */
export const way = [
  /** An address in; its bytes in the blob store and a capture out. */
  stage({
    name: 'fetch',
    takes: 'queued',
    gives: 'fetched',
    together: 1,
    attempts: 4,
    backoffMs: 5_000,
  }),
  /** Captures in; drafts, or newly seen addresses, out. */
  stage({
    name: 'parse',
    takes: 'fetched',
    gives: 'parsed',
    together: 16,
    attempts: 3,
    backoffMs: 2_000,
  }),
  /** Drafts in; identities out. */
  stage({
    name: 'dedupe',
    takes: 'parsed',
    gives: 'decided',
    together: 50,
    behind: 8,
    attempts: 5,
    backoffMs: 1_000,
  }),
  /** Decisions in; articles, revisions and changes out. */
  stage({
    name: 'index',
    takes: 'decided',
    gives: 'indexed',
    together: 50,
    attempts: 5,
    backoffMs: 1_000,
  }),
] as const;

/** Where an address waits before the first stage. */
export const WAITING = 'waiting';

/** How a flight ends: its article is written; it tells nothing new; a feed was read; nothing can be made of it; a person is asked. */
export const FINAL_STATES = ['indexed', 'known', 'read', 'dropped', 'quarantined'] as const;

/** Those of them in which nobody keeps an address for a person. */
export const UNHELD_STATES = FINAL_STATES.filter((state) => state !== 'quarantined');

export type Stage = (typeof way)[number];
export type StageName = Stage['name'];
export type StageState = Stage['takes'];
export type FlightState = typeof WAITING | StageState;
export type FinalState = (typeof FINAL_STATES)[number];
export type AddressState = FlightState | FinalState;

/** In which an address waits for a stage, in the order it passes them. */
export const STAGE_STATES = way.map((it) => it.takes) as readonly StageState[];
export const FLIGHT_STATES = [WAITING, ...STAGE_STATES] as readonly FlightState[];
export const STATES = [...FLIGHT_STATES, ...FINAL_STATES] as readonly AddressState[];

/** Every inbox, in the order an article meets them. */
export const queues = {
  /** The scheduler's clock: one repeated job, so that one of several schedulers acts at a time. */
  tick: defineQueue({
    name: 'tick',
    payload: z.object({}),
    key: () => 'tick',
    attempts: 1,
    backoffMs: 1_000,
  }),
  /** A word to the scheduler that something waits: at these hosts, or anywhere. */
  release: defineQueue({
    name: 'release',
    payload: z.object({ hosts: z.array(z.string()).max(50).optional() }),
    key: ({ hosts }) => hosts?.toSorted().join(' ') ?? 'all',
    attempts: 1,
    backoffMs: 1_000,
  }),
  ...(Object.fromEntries(way.map((it) => [it.name, it.contract])) as {
    readonly [S in Stage as S['name']]: S['contract'];
  }),
} as const;

export type QueueName = keyof typeof queues;
export type PipelineQueues = Queues<typeof queues>;

/** What the verbs work on. */
export interface Pipeline {
  readonly db: Db;
  readonly queues: PipelineQueues;
}

export function stageOf<N extends StageName>(name: N): Extract<Stage, { name: N }> {
  return way.find((it) => it.name === name) as Extract<Stage, { name: N }>;
}

/** The stage whose job an address in this state waits for; none where it waits for no stage. */
export function stageTaking(state: string): Stage | undefined {
  return way.find((it) => it.takes === state);
}

/** In which an address stands that has left this stage and not yet ended its flight. */
export function statesAfter(name: StageName): readonly StageState[] {
  return STAGE_STATES.slice(way.findIndex((it) => it.name === name) + 1);
}

export function isFinal(state: string): state is FinalState {
  return (FINAL_STATES as readonly string[]).includes(state);
}

interface StageRow<Name extends string, Takes extends string, Gives extends string> {
  readonly name: Name;
  /** The state in which it expects its addresses. */
  readonly takes: Takes;
  /** The state in which it hands them on. */
  readonly gives: Gives;
  /** Addresses that come at one time are one job, at most so many; 1 where each has a time of its own to run at. */
  readonly together: number;
  /** The same for what nobody waits for: a job is taken by whoever is done with one, and news waits until somebody is. */
  readonly behind?: number;
  readonly attempts: number;
  readonly backoffMs: number;
}

function stage<const Name extends string, const Takes extends string, const Gives extends string>(
  row: StageRow<Name, Takes, Gives>,
) {
  const { name, attempts, backoffMs } = row;
  const contract = defineQueue({
    name,
    payload: addressReference,
    key: keyOfReference,
    ...(row.together > 1 ? { list: 'addressIds' } : {}),
    attempts,
    backoffMs,
  });
  return { ...row, contract };
}
