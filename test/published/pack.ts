import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'packages/reader');

/** Makes of packages/reader what others install: JavaScript with types, as `npm pack` packs it; the file's path. */
export function packReader(into: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-pack-'));
  try {
    const project = join(folder, 'tsconfig.publish.json');
    run(join(root, 'node_modules/.bin/tsc'), ['-p', project, '--outDir', join(dir, 'dist')], root);
    const { name, type, dependencies } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<string, unknown>;
    const published = {
      name,
      version: '0.1.0',
      description: 'Typed reading of a Nashra database: articles, stories, revisions, changes.',
      license: 'Apache-2.0',
      type,
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
      files: ['dist'],
      engines: { node: '>=22' },
      dependencies,
    };
    writeFileSync(join(dir, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
    copyFileSync(join(root, 'LICENSE'), join(dir, 'LICENSE'));
    copyFileSync(join(root, 'docs/reader.md'), join(dir, 'README.md'));
    mkdirSync(into, { recursive: true });
    const told = run('npm', ['pack', '--json', '--pack-destination', into], dir);
    const [packed] = JSON.parse(told) as [{ filename: string }];
    return join(into, packed.filename);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
