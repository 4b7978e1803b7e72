import { setTimeout as sleep } from 'node:timers/promises';
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { Redis } from 'ioredis';
import { type Measure, Scaler } from './scaler.ts';
import type { Workload } from './workload.ts';

export interface Sample {
  /** Since the beginning. */
  readonly seconds: number;
  readonly depth: number;
  readonly replicas: number;
}

export interface Scaling extends AsyncDisposable {
  readonly least: number;
  readonly most: number;
  readonly samples: readonly Sample[];
}

/**
 * Has a workload as large as its ScaledObject wants it, by the real queue and the real gauge.
 *
 * @param speed how many seconds of the manifest pass in one: windows of minutes are no rehearsal
 * @param gauges where the metrics are that Prometheus would scrape
 */
export function keepScaling(
  scaled: IScaledObject,
  workload: Workload,
  {
    redisUrl,
    gauges,
    speed,
  }: { readonly redisUrl: string; readonly gauges: () => string; readonly speed: number },
): Scaling {
  const scaler = new Scaler(scaled);
  const redis = new Redis(redisUrl);
  const samples: Sample[] = [];
  const began = performance.now();
  const stop = new AbortController();
  let depth = 0;
  const measure: Measure = async ({ type, metadata }) => {
    if (type !== 'prometheus') {
      depth = await redis.llen(metadata['listName'] ?? '');
      return depth;
    }
    return await readGauge(gauges(), metadata['query'] ?? '');
  };
  const everyMs = (1_000 * (scaled.spec?.pollingInterval ?? 30)) / speed;
  const keeping = (async () => {
    while (!stop.signal.aborted) {
      const seconds = ((performance.now() - began) / 1_000) * speed;
      const replicas = await scaler.next(seconds, workload.pods.length, measure);
      samples.push({ seconds: seconds / speed, depth, replicas: workload.pods.length });
      await workload.scaleTo(replicas);
      await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return {
    least: scaler.least,
    most: scaler.most,
    samples,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await keeping;
      redis.disconnect();
    },
  };
}

/** `max(gauge{label="value"})`, which is all that the manifests ask Prometheus; 0 while nobody answers. */
async function readGauge(metrics: string, query: string): Promise<number> {
  const [, gauge = '', labels = ''] = /^max\((\w+)\{(.*)\}\)$/.exec(query) ?? [];
  if (!gauge) throw new Error(`no way to ask ${query} here`);
  try {
    const text = await (await fetch(metrics)).text();
    const found = text.split('\n').filter((line) => line.startsWith(`${gauge}{`));
    const figures = found.filter((line) => line.includes(labels)).map((it) => it.split(' ').at(-1));
    return Math.max(0, ...figures.map(Number));
  } catch {
    return 0;
  }
}
