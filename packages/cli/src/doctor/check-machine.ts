import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findRedisProgram, freePort } from '@nashra/stack';
import { PREFERRED_PORTS } from '../up/ports.ts';
import { type Check, fail, ok, warn } from './check.ts';

const GIB = 1 << 30;
const NODE = 24;
/** Of `statfs`, see linux/magic.h. */
const TMPFS = 0x01021994;
const FEWEST_INODES = 0.01;

export function checkNode(version: string = process.versions.node): Check {
  if (Number(version.split('.', 1)[0]) >= NODE) return ok('Node', version);
  return fail('Node', version, `Node ${NODE} is needed: "npm ci" installs it with the project.`);
}

/** Room where blobs, and embedded servers, keep their files. */
export async function checkDisk(folder: string, name = 'Disk'): Promise<Check> {
  const stats = await statfs(folder).catch(() => undefined);
  // The folder is made at the first start.
  if (!stats)
    return folder === dirname(folder) ? ok(name, folder) : checkDisk(dirname(folder), name);
  const free = stats.bavail * stats.bsize;
  const found = `${(free / GIB).toFixed(1)} GiB free at ${folder}`;
  if (stats.files > 0 && stats.ffree < stats.files * FEWEST_INODES)
    return fail(
      name,
      `${stats.ffree} inodes free at ${folder}`,
      'No file can be made though there is room: take small files away, or move the folder to a disk with more inodes (df -i).',
    );
  if (stats.type === TMPFS)
    return warn(
      name,
      `${found}, in memory (tmpfs)`,
      'It is gone with the next restart: put the folder on a disk.',
    );
  if (free < GIB / 2) return fail(name, found, 'Make room, or set NASHRA_DATA elsewhere.');
  if (free < 5 * GIB) return warn(name, found, 'Some gigabytes are used in a day of real news.');
  return ok(name, found);
}

/** Whether what pages are kept in can be written to by who asks; a system of other machines has it elsewhere. */
export async function checkFolder(folder: string, name: string): Promise<Check[]> {
  const code = await access(folder, constants.W_OK | constants.X_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? '',
  );
  if (code === null || code === 'ENOENT') return [];
  return [
    fail(`${name} folder`, `${folder}: ${code}`, 'Give it to the user that runs the services.'),
  ];
}

export function checkRedisProgram(): Check {
  const program = findRedisProgram();
  if (program) return ok('Redis program', `${program.version}, ${program.file}`);
  const advice = '"nashra up" installs one where it can; else install redis, or set REDIS_URL.';
  return warn('Redis program', 'none on the PATH', advice);
}

/** The usual ports; a taken one is no fault, since another is used then. */
export async function checkPorts(): Promise<Check> {
  const ports = Object.values(PREFERRED_PORTS);
  const found = await Promise.all(ports.map(async (port) => (await freePort(port)) === port));
  const taken = ports.filter((_, at) => !found[at]);
  const range = `${Math.min(...ports)} to ${Math.max(...ports)}`;
  if (taken.length === 0) return ok('Ports', `${range} are free`);
  return warn('Ports', `${taken.join(', ')} taken`, 'Free ones are used instead, and printed.');
}
