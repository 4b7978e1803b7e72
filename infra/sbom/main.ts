/**
 * Prints what an installation consists of, as CycloneDX 1.6: `npm run -s sbom > nashra.cdx.json`. From the lock file, which
 * has a hash of everything; npm's own command asks every workspace for a version, and ours have none.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly integrity?: string;
  readonly license?: string;
}

const lock = resolve(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};
const FOLDER = 'node_modules/';
const components = Object.entries(packages)
  .filter(([path, { link, dev }]) => path.includes(FOLDER) && !link && !dev)
  .map(([path, it]) => {
    const name = it.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
    const [, hash = ''] = /^sha512-(.+)$/.exec(it.integrity ?? '') ?? [];
    const purl = `pkg:npm/${name.replace('@', '%40')}@${it.version}`;
    return {
      type: 'library',
      'bom-ref': `${purl}#${path}`,
      name,
      version: it.version,
      purl,
      scope: it.optional ? 'optional' : 'required',
      hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
      ...(it.license && { licenses: [{ expression: it.license }] }),
    };
  });
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name: 'nashra' } },
  components,
};
process.stdout.write(`${JSON.stringify(bom, null, 1)}\n`);
