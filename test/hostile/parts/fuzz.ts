import fc from 'fast-check';
import { documents } from '../fuzz/documents.ts';
import { PARSERS, type Parser } from '../fuzz/parsers.ts';
import type { Check, Part } from '../part.ts';
import { foundSeeds, keepFound } from '../shapes/found.ts';

/** CPU for a parser whose share is one. */
const QUICK_MS = 500;
/** 24 minutes for all. */
const FULL_MS = (24 * 60_000) / PARSERS.reduce((sum, { share }) => sum + share, 0);
const SLOWEST_MS = 2_000;
/** Documents that are tried between two looks at the clock. */
const ROUND = 50;
/** As long as what fails is made smaller. */
const SHRINKING_MS = 20_000;
const MOST_WRONG = 3;

/** Documents that almost are what a parser takes: none may end it, and none may hold it. */
export const part: Part = {
  name: 'fuzz',
  async run({ quick, seed }) {
    const checks: Check[] = [];
    for (const parser of PARSERS)
      checks.push(await attack(parser, seed, parser.share * (quick ? QUICK_MS : FULL_MS)));
    return checks;
  },
};

async function attack(parser: Parser, seed: number, budgetMs: number): Promise<Check> {
  const { name, seeds, parse } = parser;
  const found = foundSeeds(name);
  const all = documents([...seeds, ...found]);
  const begun = cpuMs();
  let [runs, slowest] = [0, 0];
  const tryOne = async (text: string) => {
    const start = cpuMs();
    await parse(text);
    const ms = cpuMs() - start;
    runs += 1;
    slowest = Math.max(slowest, ms);
    if (ms > SLOWEST_MS) throw new Error(`${ms.toFixed(0)} ms`);
  };
  const wrong: string[] = [];
  const judge = async (property: fc.IAsyncProperty<[string]>, options: fc.Parameters<[string]>) => {
    const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, {
      ...options,
      interruptAfterTimeLimit: SHRINKING_MS,
    });
    if (!failed || !counterexample) return;
    const at = `seed ${options.seed}, path ${counterexamplePath}`;
    wrong.push(`${errorInstance} (${at}; kept as ${keepFound(name, counterexample[0])})`);
  };
  const property = fc.asyncProperty(all, tryOne);
  // What was found once is tried as it is, before anything is made of it.
  const examples = [...found, ...seeds].map((text): [string] => [text]);
  await judge(property, { seed, examples, numRuns: examples.length });
  for (let round = 0; cpuMs() - begun < budgetMs && wrong.length < MOST_WRONG; round += 1)
    await judge(property, { seed: seed * 100_000 + round, numRuns: ROUND });
  const figures = `${runs} runs, the slowest ${slowest.toFixed(0)} ms`;
  return {
    name: `${name}: no crash, none over ${SLOWEST_MS} ms`,
    holds: wrong.length === 0,
    detail: [figures, ...wrong].join('; '),
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
