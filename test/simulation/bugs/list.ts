import { readFileSync } from 'node:fs';
import type { Mutation } from '../hooks.ts';
import planted from './bugs.json' with { type: 'json' };

/** A bug that is planted to see whether it is found. */
export interface Bug extends Mutation {
  readonly name: string;
  /** Who has to find it: the seeds, by what comes of it, or the conformance runs, by what the SQL does. */
  readonly by: 'seeds' | 'conformance';
}

export const BUGS = planted as readonly Bug[];

/** Those of a file; our own where none is named. */
export const bugsOf = (file: string | undefined): readonly Bug[] =>
  file === undefined ? BUGS : JSON.parse(readFileSync(file, 'utf8'));

/** @throws Error for a name that no bug has */
export function bugNamed(name: string, file: string | undefined): Bug {
  const bug = bugsOf(file).find((it) => it.name === name);
  if (!bug) throw new Error(`no bug is called «${name}»`);
  return bug;
}
