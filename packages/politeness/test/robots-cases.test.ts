import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAllowed, parseRobots } from '../src/index.ts';

interface Case {
  readonly id: string;
  readonly robots?: string;
  readonly robotsBase64?: string;
  readonly agent: string | null;
  readonly url: string;
  readonly allowed: boolean;
  readonly googleVerdict: boolean;
}

const file = new URL('../../../../shared/corpus/fetch-safety/robots-cases.json', import.meta.url);
const present = existsSync(file);
if (!present) process.stderr.write('SKIPPED robots-cases: the corpus is not here\n');

/** Path and query as they stand: `URL` would repair what some cases are about. */
function pathOf(address: string): string {
  const path = address.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#;]*/i, '').replace(/#.*/s, '');
  return path.startsWith('/') ? path : `/${path}`;
}

it.skipIf(!present)('agrees with every case on which the suites and Google agree', () => {
  const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'));
  const core = cases.filter(({ allowed, googleVerdict }) => allowed === googleVerdict);
  const wrong = core.filter(({ robots, robotsBase64, agent, url, allowed }) => {
    const text = robotsBase64 ? Buffer.from(robotsBase64, 'base64') : (robots ?? '');
    return isAllowed(parseRobots(text), agent ?? 'anybody', pathOf(url)) !== allowed;
  });
  expect(core.length).toBeGreaterThan(0);
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
