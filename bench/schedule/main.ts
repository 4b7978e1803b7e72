/**
 * Weeks of invented sources in virtual time, polled by the product's own `nextPoll`, without signals and with those of hubs and sitemaps, and, with as many requests, at fixed
 * pauses, in proportion to the time between two entries, and by the square-root law on rates that only the world knows.
 * Prints a table (minutes) and one JSON object as the last line.
 *
 *   node bench/schedule/main.ts [--sources 1000] [--weeks 12] [--skip 0] [--interval 900] [--seed 1] [--cascades]
 *
 * With `--cascades` another world: publishers in beats of eight, which take up each other's reports, without heed of that and with it.
 */
import { parseArgs } from 'node:util';
import type { Row } from './measure.ts';
import { simulate, simulateCascades } from './simulate.ts';

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '1000' },
    weeks: { type: 'string', default: '12' },
    skip: { type: 'string', default: '0' },
    interval: { type: 'string', default: '900' },
    seed: { type: 'string', default: '1' },
    cascades: { type: 'boolean', default: false },
  },
});
const setting = {
  sources: Number(values.sources),
  weeks: Number(values.weeks),
  skip: Number(values.skip),
  intervalMs: Number(values.interval) * 1_000,
  seed: Number(values.seed),
};

if (values.cascades) playCascades();
else playAll();

function playCascades(): void {
  const { alone, heeding } = simulateCascades(setting);
  print({ alone, heeding });
  console.log(
    JSON.stringify({
      ...setting,
      meanByAlone: heeding.mean / alone.mean,
      p95ByAlone: heeding.p95 / alone.p95,
      requestsByAlone: heeding.requests / alone.requests,
    }),
  );
}

function print(rows: Readonly<Record<string, Row>>): void {
  console.log('way        requests       mean    p50    p95   missed of entries');
  for (const [name, row] of Object.entries(rows)) {
    const { requests, mean, p50, p95, missed, entries } = row;
    const minutes = [mean, p50, p95].map((it) => it.toFixed(2).padStart(7)).join('');
    console.log(
      `${name.padEnd(9)}${String(requests).padStart(10)}   ${minutes}  ${String(missed).padStart(7)} of ${entries}`,
    );
  }
}

function playAll(): void {
  const startedAt = process.cpuUsage();
  const { rows, budget, falseAlarms, falseAlarmsWithSignals, silences } = simulate(setting);
  const { user, system } = process.cpuUsage(startedAt);

  print(rows);
  const { nextPoll, signals, optimum, fixed } = rows;
  console.log(
    JSON.stringify({
      ...setting,
      meanByOptimum: nextPoll.mean / optimum.mean,
      meanWithSignalsByOptimum: signals.mean / optimum.mean,
      p95ByFixed: nextPoll.p95 / fixed.p95,
      missedPerMillion: (nextPoll.missed / (nextPoll.entries + nextPoll.missed)) * 1e6,
      falseAlarms,
      falseAlarmsWithSignals,
      silencesTold: silences.length,
      silencesToldAfterHours: silences.toSorted((a, b) => a - b)[silences.length >> 1] ?? null,
      requestsByBudget: nextPoll.requests / budget,
      cpuSeconds: (user + system) / 1e6,
    }),
  );
}
