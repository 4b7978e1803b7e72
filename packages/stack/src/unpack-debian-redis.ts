import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { probeUnpacked, type RedisProgram } from './redis-program.ts';

/**
 * Downloads redis-server and whatever of its dependencies this machine lacks, and unpacks them into `dir`: what an
 * ordinary user can do with apt and dpkg. Undefined when it does not work out.
 */
export function unpackDebianRedis(dir: string): RedisProgram | undefined {
  const aside = `${dir}.new`;
  rmSync(aside, { recursive: true, force: true });
  for (const folder of ['debs', 'lists/partial', 'cache/archives/partial', 'root']) {
    mkdirSync(join(aside, folder), { recursive: true });
  }
  const own = [`Dir::State::Lists=${aside}/lists`, `Dir::Cache=${aside}/cache`];
  const ownLists = own.flatMap((option) => ['-o', option]);

  let options: readonly string[] = [];
  let packages = missingPackages(options);
  if (packages.length === 0) {
    // No package lists on this machine, as in container images: fetch them into a folder of ours.
    options = ownLists;
    run('apt-get', [...options, 'update'], aside);
    packages = missingPackages(options);
  }
  const debs = join(aside, 'debs');
  if (packages.length === 0 || !run('apt-get', [...options, 'download', ...packages], debs)) {
    return undefined;
  }
  const root = join(aside, 'root');
  for (const deb of readdirSync(debs)) run('dpkg', ['-x', join(debs, deb), root], aside);
  rmSync(dir, { recursive: true, force: true });
  renameSync(root, dir);
  rmSync(aside, { recursive: true, force: true });
  return probeUnpacked(dir);
}

function missingPackages(options: readonly string[]): string[] {
  const args = [
    ...options,
    'install',
    '--simulate',
    '--yes',
    '--no-install-recommends',
    'redis-server',
  ];
  const simulation = spawnSync('apt-get', args, { encoding: 'utf8', env: plainEnv() });
  // «Inst redis-tools (5:7.0.15-1 Debian:12/stable [amd64])»
  return [...(simulation.stdout ?? '').matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');
}

function run(file: string, args: readonly string[], cwd: string): boolean {
  const options = { cwd, env: plainEnv(), stdio: 'ignore', timeout: 300_000 } as const;
  return spawnSync(file, args, options).status === 0;
}

function plainEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
}
