import { readPulse } from '@nashra/articles';
import { oldestMove } from '@nashra/ledger';
import { countQuarantine, type Pipeline, readStatus, stageTaking, way } from '@nashra/pipeline';
import { asReader, latestArticles } from '@nashra/reader';
import { FEED_HEALTH, listGuards, listSources } from '@nashra/sources';
import { Gauge, type Registry } from 'prom-client';
import { share } from './share.ts';

const FRESH_MS = 5_000;
/** It reads a week of articles. */
const PULSE_MS = 60_000;
const JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/** What is to be watched of the whole system; read when somebody scrapes, at most every few seconds. */
export function addGauges(registry: Registry, pipeline: Pipeline): void {
  const pulse = share(PULSE_MS, () => readPulse(pipeline.db));
  const read = share(FRESH_MS, () => readFigures(pipeline, pulse));
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    collect: (
      figures: Figures,
      set: (value: number, labels?: Record<string, string>) => void,
    ) => void,
  ) => {
    const it: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        this.reset();
        collect(await read(), (value, labels = {}) => this.set(labels, value));
      },
    });
    return it;
  };
  gauge('nashra_queue_jobs', 'Jobs by queue and state.', ['queue', 'state'], ({ status }, set) => {
    for (const [queue, counts] of Object.entries(status.queues)) {
      // What is in the background waits, and would be counted twice.
      for (const state of JOB_STATES) set(counts[state], { queue, state });
    }
  });
  gauge('nashra_addresses', 'Addresses by state.', ['state'], ({ status }, set) => {
    for (const [state, n] of Object.entries(status.ledger)) set(n, { state });
  });
  gauge(
    'nashra_trouble',
    'What keeps work from moving: paused queues, standstill, faults of servers and disks.',
    ['where', 'what'],
    ({ status }, set) => {
      for (const { where, what } of status.troubles) set(1, { where, what });
    },
  );
  gauge('nashra_articles', 'Articles.', [], ({ status }, set) => set(status.articles));
  gauge('nashra_quarantine_rows', 'Jobs nobody could do.', [], ({ quarantine }, set) => {
    set(quarantine);
  });
  gauge('nashra_guards', 'Publishers that guard themselves, by state.', ['state'], (it, set) => {
    for (const [state, n] of Object.entries(it.guards)) set(n, { state });
  });
  gauge(
    'nashra_lag_seconds',
    'From publication to the row, of the latest articles of a day.',
    ['quantile'],
    ({ lag }, set) => {
      if (lag)
        for (const [of, seconds] of Object.entries(QUANTILES)) set(lag[seconds], { quantile: of });
    },
  );
  gauge('nashra_feeds', 'Feeds by health.', ['health'], ({ health }, set) => {
    for (const [word, n] of Object.entries(health)) set(n, { health: word });
  });
  gauge(
    'nashra_oldest_job_seconds',
    'Age of the address that has waited longest for the stage of this queue.',
    ['queue'],
    ({ oldest }, set) => {
      for (const { name } of way) set(oldest[name] ?? 0, { queue: name });
    },
  );
  gauge(
    'nashra_last_article_seconds',
    'Since the last new article.',
    [],
    ({ lastArticle }, set) => {
      if (lastArticle !== undefined) set(lastArticle);
    },
  );
}

const QUANTILES = { '0.5': 'p50', '0.95': 'p95' } as const;

type Figures = Awaited<ReturnType<typeof readFigures>>;

async function readFigures(pipeline: Pipeline, pulse: () => ReturnType<typeof readPulse>) {
  const { db } = pipeline;
  const states = way.map((stage) => stage.takes);
  const [status, quarantine, feeds, ages, [newest], guarding, { lag }] = await Promise.all([
    readStatus(pipeline),
    countQuarantine(db),
    listSources(db),
    oldestMove(db, states),
    latestArticles(asReader(db), 1),
    listGuards(db),
    pulse(),
  ]);
  const guards = { held: 0, off: 0, watching: 0 };
  for (const { state } of guarding) guards[state] += 1;
  const health = Object.fromEntries(Object.keys(FEED_HEALTH).map((word) => [word, 0]));
  for (const feed of feeds) health[feed.health] = (health[feed.health] ?? 0) + 1;
  const oldest = Object.fromEntries(
    Object.entries(ages).map(([state, seconds]) => [stageTaking(state)?.name, seconds]),
  ) as Record<string, number>;
  const lastArticle = newest && (Date.now() - newest.firstSeenAt.getTime()) / 1000;
  return { status, quarantine, health, oldest, lastArticle, guards, lag };
}
