import { BREATH_MS } from './breathe.ts';
import type { Sample } from './sample.ts';
import { isFlat, meansOf, type Point, slopeOf } from './slope.ts';

/** One thing that must hold, and whether it does. */
export interface Judged {
  readonly what: string;
  readonly holds: boolean;
  readonly figures: string;
}

const LAG_MS = 1_000;

/** Judges what came after the first quarter, when all is warm. */
export function judge(samples: readonly Sample[], entered: number): Judged[] {
  const hours = samples.at(-1)?.hours ?? 0;
  const warm = samples.filter((it) => it.hours >= hours / 4);
  const lines = [
    ...linesOf(warm, 'memory', 'MiB', (it) => it.memory),
    ...linesOf(warm, 'handles', '', (it) => it.handles),
    ...linesOf(warm, 'size', 'MiB', (it) => it.tables),
  ];
  const lags = warm.flatMap((it) => it.lags).sort((a, b) => a - b);
  const p99 = lags[Math.ceil(lags.length * 0.99) - 1] ?? Number.NaN;
  const written = samples.reduce((n, it) => n + it.articles, 0);
  return [
    ...lines.map(({ what, unit, points }) => {
      const { perHour, error, mean } = slopeOf(meansOf(points, BREATH_MS / 3_600_000));
      const figures = `${mean.toFixed(1)} ${unit}, ${signed(perHour)} ± ${error.toFixed(2)} an hour`;
      return { what: `${what} is flat`, holds: isFlat({ perHour, error, mean }), figures };
    }),
    { what: 'lag p99 is a second at the most', holds: p99 <= LAG_MS, figures: `${p99} ms` },
    {
      what: 'every article is there, once',
      holds: written === entered,
      figures: `${written} of ${entered}`,
    },
  ];
}

type Named = Readonly<Record<string, number>>;

function linesOf(
  samples: readonly Sample[],
  what: string,
  unit: string,
  of: (sample: Sample) => Named,
): { readonly what: string; readonly unit: string; readonly points: Point[] }[] {
  return Object.keys(samples[0] ? of(samples[0]) : {}).map((name) => ({
    what: `${what} of ${name}`,
    unit,
    points: samples.map((it) => ({ hours: it.hours, value: of(it)[name] ?? 0 })),
  }));
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
