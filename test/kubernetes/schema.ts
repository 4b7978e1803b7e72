import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from './manifest.ts';

const MODELS: Readonly<Record<string, string>> = {
  'apps/v1': 'kubernetes-models/apps/v1',
  'batch/v1': 'kubernetes-models/batch/v1',
  'networking.k8s.io/v1': 'kubernetes-models/networking.k8s.io/v1',
  'policy/v1': 'kubernetes-models/policy/v1',
  v1: 'kubernetes-models/v1',
  'keda.sh/v1alpha1': '@kubernetes-models/keda/keda.sh/v1alpha1',
};

const modelOf = ({ apiVersion, kind }: Manifest): string => {
  const models = MODELS[apiVersion];
  if (!models) throw new Error(`no schema of ${apiVersion} is known here`);
  return `${models}/${kind}`;
};

/** What the API's own schema (Kubernetes' OpenAPI, KEDA's definitions) has against a manifest; null for nothing. */
export async function againstSchema(manifest: Manifest): Promise<string | null> {
  const model = (await import(modelOf(manifest))) as Record<
    string,
    new (
      it: Manifest,
    ) => { validate(): void }
  >;
  const Model = model[manifest.kind];
  if (!Model) throw new Error(`no schema of ${manifest.kind} is known here`);
  try {
    new Model(manifest).validate();
    return null;
  } catch (error) {
    return `${manifest.kind} ${manifest.metadata.name}: ${(error as Error).message}`;
  }
}

/**
 * Fields that no schema knows, which the API would refuse or forget: the schemas leave room for them, their types do not.
 *
 * @returns a line for each
 */
export function unknownFields(manifests: readonly Manifest[]): string[] {
  const here = import.meta.dirname;
  const dir = mkdtempSync(join(here, '.typed-'));
  try {
    const lines = manifests.map(
      (it, at) =>
        `import type { I${it.kind} as T${at} } from '${modelOf(it)}';\nexport const m${at}: T${at} = ${JSON.stringify(it)};`,
    );
    writeFileSync(join(dir, 'manifests.ts'), lines.join('\n'));
    const options = { extends: resolve(here, '../../tsconfig.base.json'), files: ['manifests.ts'] };
    writeFileSync(
      join(dir, 'tsconfig.json'),
      JSON.stringify({ ...options, compilerOptions: { skipLibCheck: true, noEmit: true } }),
    );
    const tsc = resolve(here, '../../node_modules/.bin/tsc');
    const { stdout } = spawnSync(tsc, ['-p', dir, '--pretty', 'false'], { encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
