import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OWNERS } from '@nashra/db';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const tables = Object.keys(OWNERS) as (keyof typeof OWNERS)[];
const names = tables.join('|');
/** Kysely's verbs that name a table, and raw SQL with its schema. */
const KYSELY = new RegExp(
  `(?:selectFrom|insertInto|updateTable|deleteFrom|(?:inner|left|right|full|cross)Join(?:Lateral)?|from|using)\\(\\s*\\[?\\s*['"\`](${names})(?: as \\w+)?['"\`]`,
  'g',
);
const RAW = new RegExp(`\\bnashra\\.(${names})\\b(?!_)`, 'g');

/** Places with SQL of each table: folder of the package or service, and how many files. */
function mapOfSql(): Map<string, Map<string, number>> {
  const map = new Map(tables.map((table) => [table as string, new Map<string, number>()]));
  for (const file of globSync('{packages,services}/*/src/**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    const text = readFileSync(resolve(root, file), 'utf8');
    const folder = file.split('/').slice(0, 2).join('/');
    const found = new Set(
      [...text.matchAll(KYSELY), ...text.matchAll(RAW)].map(([, table]) => table),
    );
    for (const table of found) {
      const places = map.get(table ?? '');
      places?.set(folder, (places.get(folder) ?? 0) + 1);
    }
  }
  return map;
}

/** Migrations and the tests' ground may name any table. */
const EVERYWHERE = ['packages/db', 'packages/testkit'];

it('has the SQL of every table in its owner and nowhere else', () => {
  const map = mapOfSql();
  const lines = tables.map((table) => {
    const owner = OWNERS[table];
    const places = [...(map.get(table) ?? [])].filter(
      ([folder]) => folder === owner || !EVERYWHERE.includes(folder),
    );
    return { table, owner, places };
  });
  for (const { table, owner, places } of lines) {
    const said = places.map(([folder, files]) => `${folder} ${files}`).join(', ');
    console.log(`${table.padEnd(17)} ${owner.padEnd(19)} files: ${said}`);
  }
  const strangers = lines.flatMap(({ table, owner, places }) =>
    places.filter(([folder]) => folder !== owner).map(([folder]) => `${table} in ${folder}`),
  );
  expect(strangers).toEqual([]);
  const unseen = lines.filter(({ places }) => places.length === 0).map(({ table }) => table);
  expect(unseen).toEqual([]);
});
