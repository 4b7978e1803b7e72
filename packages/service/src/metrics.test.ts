import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const SERVICES = 'scheduler fetch parse dedupe index ops portal push inbound'.split(' ');
/** Of the whole system, those of ops come to this; services/ops sees that they are no more. */
const OF_OPS = 300;

const seriesOf = (text: string) => text.split('\n').filter((line) => line && !line.startsWith('#'));

it('stays below 2,000 series in all, whatever servers answer', async () => {
  let series = OF_OPS;
  for (const service of SERVICES) {
    const metrics = createMetrics(service);
    const isStage = ['fetch', 'parse', 'dedupe', 'index'].includes(service);
    for (let n = 0; isStage && n < 1_000; n++)
      metrics.report({ queue: service, outcome: `http_${n}`, ms: n });
    const lines = seriesOf(await metrics.text());
    if (isStage) expect(lines.filter((line) => line.includes('outcome="other"'))).toHaveLength(1);
    series += lines.length;
  }
  expect(series).toBeGreaterThan(500);
  expect(series).toBeLessThan(2_000);
});

it('names figures by the rules of Prometheus: a unit that is a base unit, total for what only grows', async () => {
  const metrics = createMetrics('fetch');
  metrics.report({ queue: 'fetch', outcome: 'stored', ms: 10 });
  const types = [...(await metrics.text()).matchAll(/^# TYPE (nashra_\w+) (\w+)$/gm)];
  expect(types.length).toBeGreaterThan(1);
  for (const [, name = '', type] of types) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect([name, type === 'counter']).toEqual([name, name.endsWith('_total')]);
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|mb|kb)(_|$)/);
  }
});
