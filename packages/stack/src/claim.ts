import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StackError } from './errors.ts';
import { makeDataFolder } from './private-files.ts';
import { birthOf, isAlive } from './process-identity.ts';

interface Owner {
  readonly pid: number;
  readonly birth: string;
}

/**
 * Makes this process the only holder of a lock file until `release` is called or the process is gone: a holder that
 * died without a word (kill -9, power cut) is recognised by its birth and replaced.
 *
 * @throws StackError STACK_RUNNING while another process, or this one, holds it; DATA_FOLDER where it cannot be written
 */
export function claim(path: string): { release(): void } {
  const text = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies Owner);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      makeDataFolder(dirname(path));
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') throw notOurs(dirname(path), error);
      if (code !== 'EEXIST') throw error;
      const owner = livingOwner(path);
      if (owner) {
        throw new StackError(
          'STACK_RUNNING',
          `Already running as process ${owner.pid} (${path}): stop that one first (Ctrl-C there, or kill ${owner.pid}).`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new StackError(
    'STACK_RUNNING',
    `Another start is under way (${path}): try again in a moment.`,
  );
}

function livingOwner(path: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as Owner;
    return isAlive(owner.pid) && birthOf(owner.pid) === owner.birth ? owner : undefined;
  } catch {
    return undefined;
  }
}

function notOurs(folder: string, cause: unknown): StackError {
  return new StackError(
    'DATA_FOLDER',
    `${folder} cannot be written by this user (was it made with sudo?): give it back with \`sudo chown -R $(id -un) ${folder}\`.`,
    { cause },
  );
}
