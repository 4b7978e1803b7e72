import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dropReaderLogin, makeReaderLogin } from '@nashra/db';
import { testDatabase } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { packReader } from './published/pack.ts';

const modules = resolve(import.meta.dirname, '../node_modules');
const CONSUMER = `
import { followChanges, listHeadlines, openReader, type ArticleCard } from '@nashra/reader';
await using reader = openReader(process.argv[2] ?? '');
const page = await listHeadlines(reader, { limit: 5 });
const titles: string[] = page.items.map((card: ArticleCard) => card.title);
const signal = AbortSignal.timeout(50);
for await (const { seq } of followChanges(reader, { after: 0, signal })) titles.push(String(seq));
console.log(JSON.stringify({ titles, next: page.next }));
`;

it('is installed, typed and run by a project that knows nothing of this one', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-consumer-'));
  const database = await testDatabase();
  try {
    const tarball = packReader(dir);
    const installed = join(dir, 'node_modules/@nashra/reader');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    // What npm would fetch: of its dependencies alone, so that it can reach for nothing else of ours.
    for (const name of ['kysely', 'pg'])
      symlinkSync(join(modules, name), join(dir, 'node_modules', name));
    mkdirSync(join(dir, 'node_modules/@types'));
    for (const name of ['pg', 'node'])
      symlinkSync(join(modules, '@types', name), join(dir, 'node_modules/@types', name));
    writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(dir, 'consumer.ts'), CONSUMER);
    const lib = 'es2024,esnext.disposable';
    const flags = [
      '--noEmit',
      '--strict',
      '--target',
      'es2024',
      '--module',
      'nodenext',
      '--lib',
      lib,
    ];
    execFileSync(join(modules, '.bin/tsc'), [...flags, '--types', 'node', 'consumer.ts'], {
      cwd: dir,
      stdio: 'inherit',
    });
    const url = new URL(database.url);
    url.username = 'consumer_test';
    url.password = await makeReaderLogin(database.owner, 'consumer_test');
    const told = execFileSync(process.execPath, ['consumer.ts', url.href], {
      cwd: dir,
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toEqual({ titles: [], next: null });
  } finally {
    await dropReaderLogin(database.owner, 'consumer_test').catch(() => {});
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  }
}, 120_000);
