import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { pack, sha256Of, unpack } from './codec.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { readonly type: 'minor' | 'major' }) => void;

const BYTES = 300_000;

it.each([
  ['packed', (bytes: Buffer) => void pack(bytes)],
  [
    'opened',
    (_: Buffer, packed: Buffer, key: string) => void unpack(packed, key, Number.MAX_SAFE_INTEGER),
  ],
] as const)(
  'keeps nothing of what was %s for longer than the young generation lives',
  (_, work) => {
    const bytes = randomBytes(BYTES);
    const packed = pack(bytes);
    const key = sha256Of(bytes);
    const kept = () => {
      for (let times = 0; times < 3; times += 1) collect({ type: 'minor' });
      return process.memoryUsage().arrayBuffers;
    };
    // A marking that other tests of this process began would keep what is born while it goes on: it ends here.
    collect({ type: 'major' });
    const before = kept();
    for (let n = 0; n < 60; n += 1) work(bytes, packed, key);
    expect((kept() - before) / BYTES).toBeLessThan(5);
  },
);
