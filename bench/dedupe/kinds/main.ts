/**
 * How texts of each kind are told, as a new house tells them: copies as they are edited, forms as they are filled in.
 *   node bench/dedupe/kinds/main.ts [--unseen | --again] [--why]
 */
import { hash } from 'node:crypto';
import { CASES } from './cases.ts';
import { CASES_AGAIN } from './cases-again.ts';
import type { Case } from './dispatch.ts';
import { pairsOf } from './pairs.ts';

const has = (flag: string): boolean => process.argv.includes(flag);

/** A quarter of the cases, by name: they were counted when the others had been mended. */
const isUnseen = ({ name }: Case): boolean =>
  Number.parseInt(hash('sha256', name, 'hex').slice(0, 4), 16) % 4 === 0;

const cases = has('--again') ? CASES_AGAIN : CASES.filter((it) => isUnseen(it) === has('--unseen'));
const pairs = cases.flatMap(pairsOf);
for (const [kind, some] of Map.groupBy(pairs, ({ it }) => it.kind)) {
  const right = some.filter(({ isOne, isTold }) => isOne === isTold).length;
  console.log(`${right} of ${some.length}  ${kind}`);
}
const wrong = pairs.filter(({ isOne, isTold }) => isOne !== isTold);
for (const { it, at, isTold, why } of wrong)
  console.log(
    `${isTold ? 'merged' : 'missed'}: ${it.kind} · ${it.name} ${at} ${has('--why') ? JSON.stringify(why) : ''}`,
  );
const merged = wrong.filter(({ isTold }) => isTold).length;
console.log(
  JSON.stringify({
    cases: cases.length,
    pairs: pairs.length,
    merged,
    missed: wrong.length - merged,
  }),
);
