import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';

const KUBERNETES = resolve(import.meta.dirname, '../../infra/kubernetes');
export const OVERLAYS = ['small', 'large'] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** Whoever can build them here. */
const BUILDERS = [
  ['kustomize', 'build'],
  ['kubectl', 'kustomize'],
] as const;

/** Undefined where nobody can; whoever skips for that says so. */
export function findBuilder(): readonly [string, string] | undefined {
  return BUILDERS.find(([program, verb]) => spawnSync(program, [verb, '--help']).status === 0);
}

/** What an overlay comes to, as it would be applied: the text of the file that `npm run manifests` keeps. */
export function buildOverlay(name: Overlay): string {
  const [program = '', verb = ''] = findBuilder() ?? [];
  const built = spawnSync(program, [verb, join(KUBERNETES, 'overlays', name)], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`${name} does not build: ${built.stderr}`);
  return `# Made of overlays/${name} by \`npm run manifests\`.\n# Sources: ${digestOfSources()}\n${built.stdout}`;
}

/** Of all that is put together: who has no kustomize sees by it whether what was made is made of this. */
export function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync('{base,components,overlays}/**/*.yaml', { cwd: KUBERNETES });
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(KUBERNETES, file)));
  return hash.digest('hex');
}

export const builtFile = (name: Overlay): string => join(KUBERNETES, 'built', `${name}.yaml`);

export const readBuilt = (name: Overlay): string => readFileSync(builtFile(name), 'utf8');

/** An overlay as it was built. */
export const manifestsOf = (name: Overlay): Manifest[] =>
  parseAllDocuments(readBuilt(name)).map((document) => document.toJS() as Manifest);
