/**
 * Runs the benches in bounded form, one after another, and writes docs/benchmarks/README.md with their tables and charts:
 *   node bench/page/main.ts [--only NAME …] [--corpus DIR] [--render]
 * What has been measured before stays until it is measured again; the last line is one JSON object.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENTRIES } from './entries.ts';
import { runEntry } from './run-entry.ts';
import { keepResult, writePage } from './write-page.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
    /** Writes the page from what is there, and runs nothing. */
    render: { type: 'boolean', default: false },
  },
});
const unknown = values.only?.find((name) => !ENTRIES.some((it) => it.name === name));
if (unknown !== undefined) throw new Error(`there is no bench ${unknown}`);
const hasCorpus = existsSync(values.corpus);
const done: string[] = [];
const skipped: string[] = [];
for (const entry of values.render ? [] : ENTRIES) {
  if (values.only && !values.only.includes(entry.name)) continue;
  if (entry.needsCorpus && !hasCorpus) {
    console.error(`SKIPPED: ${entry.name}: no corpus at ${values.corpus}`);
    skipped.push(entry.name);
    continue;
  }
  keepResult(await runEntry(entry, values.corpus));
  done.push(entry.name);
  writePage();
}
writePage();
console.log(JSON.stringify({ done, skipped }));
