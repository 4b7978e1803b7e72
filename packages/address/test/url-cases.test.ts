import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addressKey, canonicalAddress } from '../src/index.ts';

interface Case {
  readonly id: string;
  readonly a: string;
  readonly b?: string;
  readonly same?: boolean;
  readonly reject?: boolean;
}

const file = new URL('../../../../shared/corpus/fetch-safety/url-cases.json', import.meta.url);
const present = existsSync(file);
if (!present) process.stderr.write('SKIPPED url-cases: the corpus is not here\n');

const keyOf = (address: string) => {
  const canonical = canonicalAddress(address);
  return canonical === null ? null : addressKey(canonical).toString('hex');
};

const corpus: { pairs: Case[] } = present ? JSON.parse(readFileSync(file, 'utf8')) : { pairs: [] };

it.skipIf(!present)('agrees with every pair and rejection of the corpus', () => {
  const { pairs } = corpus;
  const wrong = pairs.filter(({ a, b, same, reject }) => {
    if (reject || b === undefined) return keyOf(a) !== null;
    const [left, right] = [keyOf(a), keyOf(b)];
    return left === null || right === null || (left === right) !== same;
  });
  expect(wrong).toEqual([]);
});
