import type { JobReport } from '@nashra/queue';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** One run of one job. */
  report(report: JobReport): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  readonly registry: Registry;
}

/** A server may answer any status, and each would be a series: what comes later is one together. */
const MOST_OUTCOMES = 80;

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  // The lag is looked at ten times a second: at its default of a hundred, looking is most of what an idle process does.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const jobs = new Counter({
    name: 'nashra_jobs_total',
    help: 'Job runs by queue and outcome.',
    labelNames: ['queue', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'nashra_job_seconds',
    help: 'Duration of a job run.',
    labelNames: ['queue'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const outcomes = new Set<string>();
  return {
    registry,
    report({ queue, outcome, ms }) {
      if (outcomes.size < MOST_OUTCOMES) outcomes.add(outcome);
      jobs.inc({ queue, outcome: outcomes.has(outcome) ? outcome : 'other' });
      seconds.observe({ queue }, ms / 1000);
    },
    text: () => registry.metrics(),
  };
}
