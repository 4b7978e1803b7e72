import { type Pulse, readPulse } from '@nashra/articles';
import { type FailureGroup, groupFailures, oldestMove, readFailureFilter } from '@nashra/ledger';
import {
  type BulkRun,
  countQuarantine,
  listRuns,
  type Pipeline,
  readStatus,
  type Status,
  stageTaking,
  way,
} from '@nashra/pipeline';
import { type ArticleCard, asReader, latestArticles } from '@nashra/reader';
import { type Guard, listGuards, listSources, type Source } from '@nashra/sources';
import { type Concern, concernsOf } from './concerns.ts';
import { share } from './share.ts';

export interface Overview {
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly latest: readonly ArticleCard[];
  readonly groups: readonly FailureGroup[];
  readonly runs: readonly BulkRun[];
  readonly guards: readonly Guard[];
  readonly pulse: Pulse;
  /** Seconds an address has waited for each stage at the most, by its name. */
  readonly oldest: Readonly<Record<string, number>>;
  readonly quarantined: number;
  readonly objective: number;
  readonly concerns: readonly Concern[];
}

/** All that the pages show, each reading bounded and shared by everybody who looks. */
export interface PipelineState {
  status(): Promise<Status>;
  sources(): Promise<readonly Source[]>;
  overview(): Promise<Overview>;
}

const FRESH_MS = 2_000;
/** What costs more is read less often. */
const SLOW_MS = 10_000;
const PULSE_MS = 60_000;
const ROWS = 20;
const GROUPS = 200;
const MAX_SOURCES = 5_000;

export interface StateOptions {
  /** Seconds within which 19 of 20 articles should come. */
  readonly objective: number;
}

export function openState(pipeline: Pipeline, { objective }: StateOptions): PipelineState {
  const { db } = pipeline;
  const status = share(FRESH_MS, () => readStatus(pipeline));
  const sources = share(FRESH_MS, () => listSources(db, { order: 'urgency', limit: MAX_SOURCES }));
  const latest = share(FRESH_MS, () => latestArticles(asReader(db), ROWS));
  const groups = share(SLOW_MS, () => groupFailures(db, readFailureFilter(''), GROUPS));
  const guards = share(SLOW_MS, () => listGuards(db));
  const runs = share(FRESH_MS, () => listRuns(db, ROWS));
  const pulse = share(PULSE_MS, () => readPulse(db));
  const oldest = share(FRESH_MS, () => readOldest(pipeline));
  const quarantined = share(FRESH_MS, () => countQuarantine(db));
  return {
    status,
    sources,
    async overview() {
      const [status_, sources_, latest_, groups_, runs_, guards_, pulse_, oldest_, quarantined_] =
        await Promise.all([
          status(),
          sources(),
          latest(),
          groups(),
          runs(),
          guards(),
          pulse(),
          oldest(),
          quarantined(),
        ]);
      const read = {
        sources: sources_,
        groups: groups_,
        runs: runs_,
        guards: guards_,
        pulse: pulse_,
      };
      const facts = { ...read, oldest: oldest_, quarantined: quarantined_, objective };
      const concerns = concernsOf({ ...facts, troubles: status_.troubles, brakes: status_.brakes });
      return { ...facts, status: status_, latest: latest_, concerns };
    },
  };
}

async function readOldest({ db }: Pipeline): Promise<Record<string, number>> {
  const ages = await oldestMove(
    db,
    way.map((stage) => stage.takes),
  );
  return Object.fromEntries(
    Object.entries(ages).flatMap(([state, seconds]) => {
      const stage = stageTaking(state);
      return stage ? [[stage.name, seconds]] : [];
    }),
  );
}
