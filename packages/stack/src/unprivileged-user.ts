import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The users Postgres may run as when we are root, best first: whoever owns the data already, whoever owns the
 * project (root by sudo in somebody's home), then the system's own. Each has a passwd entry, which initdb needs.
 */
export function candidateUsers(dataDir: string): User[] {
  const owners = [ownerOf(dataDir), ownerOf(existingParent(dataDir))];
  const names = [...owners.filter((uid) => uid > 0).map(String), 'postgres', 'nobody'];
  const users = [...new Set(names)].map(lookUp).filter((user) => user !== undefined);
  return users.filter((user) => user.uid !== 0);
}

/** Whether the user can execute a file, which needs search permission on every folder above it. */
export function canExecute(user: User, file: string): boolean {
  return spawnSync(file, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

/** Whether the user can enter a folder and write to it once it is theirs. */
export function canEnter(user: User, folder: string): boolean {
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const script = 'cd -- "$1" && test -w .';
  const options = { uid: user.uid, gid: user.gid, cwd: '/' };
  const before = ownerOf(folder);
  if (before === 0) chownSync(folder, user.uid, user.gid);
  const can = spawnSync('/bin/sh', ['-c', script, 'sh', folder], options).status === 0;
  if (!can && isNew) rmdirSync(folder);
  return can;
}

function lookUp(nameOrId: string): User | undefined {
  const name = id('-un', nameOrId);
  const uid = Number(id('-u', nameOrId) || Number.NaN);
  const gid = Number(id('-g', nameOrId) || Number.NaN);
  if (!name || Number.isNaN(uid) || Number.isNaN(gid)) return undefined;
  return { name, uid, gid };
}

function id(flag: string, user: string): string {
  const run = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : '';
}

function ownerOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.uid ?? 0;
}

function existingParent(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : existingParent(parent);
}
