import { spawnSync } from 'node:child_process';
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

/** What an overlay comes to, as it would be applied. */
export function buildOverlay(name: Overlay): Manifest[] {
  const [program = '', verb = ''] = findBuilder() ?? [];
  const built = spawnSync(program, [verb, join(KUBERNETES, 'overlays', name)], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`${name} does not build: ${built.stderr}`);
  return parseAllDocuments(built.stdout).map((document) => document.toJS() as Manifest);
}
