import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** Documents by which a parser was seen to stumble, a folder each; they stay, and are tried first. */
const FOUND = resolve(import.meta.dirname, '../found');

const folderOf = (parser: string) => resolve(FOUND, parser.replaceAll(/\W+/g, '-'));

export function foundSeeds(parser: string): string[] {
  const folder = folderOf(parser);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as string);
}

/** As JSON, since half a surrogate pair has no UTF-8. Returns where it lies. */
export function keepFound(parser: string, text: string): string {
  const path = resolve(folderOf(parser), `${hash('sha256', text).slice(0, 12)}.json`);
  mkdirSync(folderOf(parser), { recursive: true });
  writeFileSync(path, `${JSON.stringify(text)}\n`);
  return relative(process.cwd(), path);
}
