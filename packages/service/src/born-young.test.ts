import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Makes many objects in one place that outlive a collection, then as many that do not; prints how many bytes of these lie in old space. */
const SCRIPT = `
  const { getHeapSpaceStatistics } = await import('node:v8');
  const { bearYoung } = await import(${JSON.stringify(new URL('./born-young.ts', import.meta.url).href)});
  if (process.argv[1] === 'young') bearYoung();
  const old = () => getHeapSpaceStatistics().find((it) => it.space_name === 'old_space').space_used_size;
  const make = (n) => ({ count: n, chars: 0, first: n, last: n, prose: n });
  const fill = (rounds, count) => {
    for (let round = 0; round < rounds; round++) {
      const kept = Array.from({ length: count }, (_, n) => make(n));
      if (rounds === 30) gc({ type: 'minor' });
      if (kept.length !== count) throw new Error('unused');
    }
  };
  fill(30, 20_000);
  gc();
  const before = old();
  fill(20, 10_000);
  for (let n = 0; n < 2; n++) gc({ type: 'minor' });
  console.log(old() - before);
`;

/** V8 takes note of where objects are made only until that has been compiled well: in one thread, and with nothing compiled before. */
const FLAGS = ['--expose-gc', '--single-threaded', '--input-type=module'];
const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
const bornOld = (how: 'young' | 'as ever'): number =>
  Number(execFileSync(process.execPath, [...FLAGS, '-e', SCRIPT, how], { env, encoding: 'utf8' }));

it('keeps what a page needs out of old space, however long its likes have lived', () => {
  expect(bornOld('as ever')).toBeGreaterThan(4e6);
  expect(bornOld('young')).toBeLessThan(1e6);
});
