import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { variablesOf } from '@nashra/stack';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const services = readdirSync(join(root, 'services')).toSorted();

/** Services by the variable they read, as the table of docs/operating.md has it. */
function written(): Record<string, string[]> {
  const text = readFileSync(join(root, 'docs/operating.md'), 'utf8');
  const [, table = ''] = /## Settings\n([\s\S]*?)\n## /.exec(text) ?? [];
  const rows = [...table.matchAll(/^\| (`[^|]*) \|[^|]*\| ([^|]+) \|/gm)];
  return Object.fromEntries(
    rows.flatMap(([, names = '', of = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [
        name,
        of === 'all' ? services : of.split(', ').toSorted(),
      ]),
    ),
  );
}

async function read(): Promise<Record<string, string[]>> {
  const readers: Record<string, string[]> = {};
  for (const service of services) {
    for (const name of await variablesOf(service)) {
      readers[name] = [...(readers[name] ?? []), service];
    }
  }
  return readers;
}

it('has every variable of every service in the table of docs/operating.md, and no other', async () => {
  expect(written()).toEqual(await read());
}, 60_000);
