import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queuePrefix } from './connection.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What stands between the first braces of a key: it alone chooses the slot (Redis Cluster specification). */
const tagOf = (key: string) => /^[^{]*\{([^}]+)\}/.exec(key)?.[1];

/** Scripts in Lua, as they stand in the sources of packages that speak Redis. */
const scripts = ['queue', 'politeness'].flatMap((name) =>
  globSync(join(ROOT, name, 'src', '**', '*.ts'))
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/`([^`]*redis\.call[^`]*)`/g)].map(
        ([, lua = '']) => [path.slice(ROOT.length), lua] as const,
      ),
    ),
);

/** The key of each command of a script, as it is written there. */
const keysIn = (lua: string) =>
  [...lua.matchAll(/redis\.call\(\s*'(\w+)'(?:\s*,\s*([^,)]+))?/g)]
    .filter(([, command]) => command !== 'TIME')
    .map(([, , key = '']) => key.trim());

describe('keys of one script lie in one slot', () => {
  it('finds all scripts', () => {
    expect(scripts.length).toBeGreaterThanOrEqual(4);
    expect(scripts.flatMap(([, lua]) => keysIn(lua)).length).toBeGreaterThan(25);
  });

  it.each(scripts)('%s', (_, lua) => {
    // Given, a parameter of a function of the script that is given one, or below the base key, whose tag it shares.
    const allowed = /^(KEYS\[\d\]|key|lock|base \.\. ':.*)$/;
    for (const key of keysIn(lua)) expect(key).toMatch(allowed);
    if (/\bkey\b/.test(lua)) expect(lua).not.toMatch(/keep\((?!KEYS\[|key,)/);
    if (/\block\b/.test(lua)) expect(lua).toMatch(/local lock = base \.\./);
    if (/\bbase\b/.test(lua)) expect(lua).toMatch(/local base\b.*= KEYS\[1\]/);
  });
});

it('gives each queue a tag of its own, and all keys of a queue the same', () => {
  const base = `${queuePrefix('nashra', 'fetch')}:fetch`;
  const tags = [':wait', ':active', ':delayed', ':de:17', ':meta'].map((it) => tagOf(base + it));
  expect(new Set(tags)).toEqual(new Set(['nashra:fetch']));
  expect(tagOf(queuePrefix('nashra', 'parse'))).not.toBe(tags[0]);
});
