import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dropReaderLogin, makeReaderLogin } from '@nashra/db';
import { openReader } from '@nashra/reader';
import {
  addArticle,
  addArticles,
  addPublisher,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/build-on-it.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, it]) => it ?? '',
  );
const LOGIN = 'build_on_it';
/** One with psycopg. */
const PYTHON = process.env['NASHRA_PYTHON'] ?? 'python3';
const hasPsycopg = spawnSync(PYTHON, ['-c', 'import psycopg']).status === 0;
if (!hasPsycopg)
  console.warn(
    'SKIPPED: the Python examples need psycopg (pip install "psycopg[binary]"; NASHRA_PYTHON)',
  );

let database: TestDatabase;
let url: string;
let dir: string;
let ids: number[];

beforeAll(async () => {
  database = await testDatabase();
  dir = mkdtempSync(join(tmpdir(), 'nashra-build-'));
  const publisherId = await addPublisher(database.db);
  ids = await addArticles(database.db, [
    { publisherId, section: 'Sport', title: 'الأول', storyId: 5 },
    { publisherId, section: 'sport', title: 'الثاني', storyId: 5 },
  ]);
  await addArticle(database.db, { publisherId, revises: ids[0] ?? 0, title: 'الأول، مصحح' });
  const login = new URL(database.url);
  login.username = LOGIN;
  login.password = await makeReaderLogin(database.owner, LOGIN);
  url = login.href;
});
afterAll(async () => {
  await dropReaderLogin(database.owner, LOGIN);
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

describe('docs/build-on-it.md', () => {
  it('has SQL that a reader may run, and that finds something', async () => {
    await using reader = openReader(url);
    const statements = blocks('sql').flatMap((block) =>
      block.split(/;\s*$/m).filter((it) => it.trim()),
    );
    expect(statements.length).toBeGreaterThan(4);
    const counts = new Map<string, number>();
    for (const text of statements)
      counts.set(text, (await sql.raw(text).execute(reader)).rows.length);
    // No chain is there yet: it is written apart.
    expect([...counts].filter(([text, n]) => n === 0 && !text.includes('story_versions'))).toEqual(
      [],
    );
  });

  it('has TypeScript that follows what there is', async () => {
    const [code = ''] = blocks('ts');
    const lines = await linesOf(
      process.execPath,
      ['--input-type=module-typescript', '-e', code],
      (line) => line.includes('article_revised'),
    );
    expect(lines).toContainEqual(expect.stringMatching(/article_created source الأول، مصحح/));
  });

  it.skipIf(!hasPsycopg)(
    'has Python that follows what there is, and takes a snapshot',
    async () => {
      const [follow = '', snapshot = ''] = blocks('python');
      const lines = await linesOf(PYTHON, ['-c', follow], (line) =>
        line.includes('article_revised'),
      );
      expect(lines.map((line) => line.split(' ')[1])).toEqual([
        'article_created',
        'article_created',
        'article_revised',
      ]);
      const [last] = await linesOf(PYTHON, ['-c', snapshot], (line) =>
        line.includes('follow from'),
      );
      expect(last).toMatch(/^2 articles; follow from \d+$/);
    },
  );

  it('has commands that do what they say', () => {
    const commands = blocks('sh').flatMap((block) => block.trim().split('\n'));
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands.filter((it) => !it.includes('readers add'))) {
      const [npx, nashra, ...args] = command.split(' ');
      expect([npx, nashra]).toEqual(['npx', 'nashra']);
      const bin = join(root, 'packages/cli/bin/nashra.js');
      const env = { ...process.env, DATABASE_URL: database.url };
      const out = execFileSync(process.execPath, [bin, ...args], {
        cwd: dir,
        env,
        encoding: 'utf8',
      });
      if (!args.includes('parquet'))
        expect([command, out]).toEqual([command, expect.stringMatching(/الأول|الثاني|fuel/)]);
    }
  });
});

/** Runs a program that follows for ever until it has printed what is waited for. */
async function linesOf(
  program: string,
  args: readonly string[],
  isEnough: (line: string) => boolean,
) {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, DATABASE_URL: url } });
  const lines: string[] = [];
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdout.on('data', (chunk) => {
    out += chunk;
    const whole = out.split('\n');
    out = whole.pop() ?? '';
    lines.push(...whole);
    if (whole.some(isEnough)) child.kill();
  });
  await once(child, 'close');
  if (!lines.some(isEnough)) throw new Error(err);
  return lines;
}
