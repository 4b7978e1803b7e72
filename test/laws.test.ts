import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** A project of the same manifests and laws, in which they may be broken. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'nashra-laws-'));
  for (const file of [
    'package.json',
    'package-lock.json',
    'turbo.json',
    'biome.json',
    '.gitignore',
    ...globSync('{packages,services}/*/{package,turbo}.json', { cwd: root }),
    'bench/package.json',
    'bench/turbo.json',
    'test/package.json',
    'test/turbo.json',
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  spawnSync('git', ['init', '-q'], { cwd: copy });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the linter says of a file of that path with one import. */
function lint(path: string, module: string): string {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import { x } from '${module}';\nexport const y = x;\n`);
  const run = spawnSync(bin('biome'), ['lint', '--colors=off', path], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(file);
  return run.stdout + run.stderr;
}

describe('the linter', () => {
  it.each([
    ['BullMQ outside its package', 'services/ops/src/x.ts', 'bullmq'],
    ['a file read in a pure package', 'packages/text/src/x.ts', 'node:fs'],
    ['the database in a pure package', 'packages/extract/src/x.ts', '@nashra/db'],
    ['a network in a pure package', 'packages/feeds/src/x.ts', 'undici'],
    ['SQL in a service', 'services/parse/src/x.ts', 'kysely'],
    ['a queue in a package of state', 'packages/ledger/src/x.ts', '@nashra/queue'],
    ['state in a package of transport', 'packages/http/src/x.ts', '@nashra/ledger'],
    ['a service in another one', 'services/fetch/src/x.ts', '@nashra/service-parse'],
  ])('refuses %s', (_, path, module) => {
    expect(lint(path, module)).toContain('noRestrictedImports');
  });

  it.each([
    ['packages/queue/src/x.ts', 'bullmq'],
    ['packages/ledger/src/x.ts', 'kysely'],
    ['packages/blobs/src/x.ts', 'node:fs'],
  ])('lets %s have %s', (path, module) => {
    const said = lint(path, module);
    expect(said).toContain('Checked 1 file');
    expect(said).not.toContain('noRestrictedImports');
  });
});

describe('turbo boundaries', () => {
  function check() {
    const run = spawnSync(bin('turbo'), ['boundaries', '--no-color'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    });
    return { code: run.status, said: run.stdout + run.stderr };
  }

  it('passes as the packages stand', () => {
    expect(check()).toMatchObject({ code: 0 });
  });

  it.each([
    ['a pure package that depends on state', 'packages/extract', '@nashra/db'],
    ['state that depends on transport', 'packages/sources', '@nashra/http'],
    ['transport that depends on state', 'packages/queue', '@nashra/ledger'],
  ])('refuses %s', (_, folder, dependency) => {
    const path = join(copy, folder, 'package.json');
    const before = readFileSync(path, 'utf8');
    const changed = JSON.parse(before);
    changed.dependencies = { ...changed.dependencies, [dependency]: '*' };
    writeFileSync(path, JSON.stringify(changed));
    const { code, said } = check();
    writeFileSync(path, before);
    expect(code).not.toBe(0);
    expect(said).toContain(dependency);
  });
});
