import { expect, it } from 'vitest';
import { measuredOf, type Run, rowOf } from './capacity-model.ts';

const run = (content: number): Run => ({
  pipeline: 20,
  byService: { fetch: 8.04, postgres: 12 },
  statements: 6.04,
  walBytes: 51_200,
  sizes: {
    tables: { content, article: 1_000, signature: 300, candidate_key: 200, journal: 40 },
    blobs: 9_000,
  },
});

it('tells what stays from what goes after some days', () => {
  expect(measuredOf(run(5_000))).toEqual({
    cpuMs: { fetch: 8, postgres: 12 },
    statements: 6,
    walKiB: 50,
    kept: 6_000,
    passing: { storyMemory: 500, fetchLog: 0, journal: 40, changes: 0 },
    blob: 9_000,
  });
});

it('holds the model of one size against another', () => {
  const row = rowOf(500, run(7_000), measuredOf(run(5_000)));
  expect(row).toMatchObject({
    articles: 500,
    cpuMs: 20,
    cpuError: 0,
    kept: 8_000,
    keptError: -0.25,
  });
});
