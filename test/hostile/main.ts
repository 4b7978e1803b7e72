/**
 * Attacks what Nashra reads and shows, part by part, and says what holds. Fails when anything does not.
 *
 *   npm run test:hostile -- [--quick] [--seed 1] [--only SHAPE] [PART …]
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check, Part } from './part.ts';

/** In this order; each is a file of `parts/` that exports `part`. */
const PARTS = [
  'text',
  'bounds',
  'passage',
  'fuzz',
  'xss',
  'canaries',
  'roles',
  'guards',
  'rights',
  'doors',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');

const checks: Check[] = [];
for (const name of positionals.length > 0 ? positionals : PARTS) {
  const file = resolve(import.meta.dirname, 'parts', `${name}.ts`);
  if (!existsSync(file)) {
    if (positionals.length > 0) throw new Error(`no such part: ${name}`);
    continue;
  }
  const { part }: { part: Part } = await import(file);
  console.log(`\n${part.name} (seed ${seed})`);
  checks.push(...(await runPart(part)));
}
const held = checks.filter(({ holds }) => holds).length;
console.log(`\n${held} of ${checks.length} hold`);
if (held < checks.length || checks.length === 0) process.exitCode = 1;

/** A part that breaks is a promise that does not hold. */
async function runPart(part: Part): Promise<Check[]> {
  const started = performance.now();
  let found: Check[];
  try {
    found = await part.run({ quick: values.quick, seed, only: values.only });
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    found = [{ name: `${part.name} runs`, holds: false, detail }];
  }
  for (const { name, holds, detail } of found) {
    console.log(`  ${holds ? 'holds' : 'FAILS'}  ${name}${detail ? `: ${detail}` : ''}`);
  }
  console.log(`  ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return found;
}
