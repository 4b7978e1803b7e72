import { stripVTControlCharacters } from 'node:util';
import type { Status } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import { liveBlock, liveLine } from './live-text.ts';

const status = new Proxy({ queues: {}, ledger: {} } as Status, {
  get: (target, name) => Reflect.get(target, name) ?? 0,
});

it('says in the block and in the line when nearly all feeds fail, and else nothing of it', () => {
  const outage = 'nearly all feeds fail: dns — is this machine online?';
  const live = { status, newest: undefined, outage };
  expect(stripVTControlCharacters(liveBlock(live).at(-1) ?? '')).toBe(outage);
  expect(liveLine(live)).toContain(outage);
  expect(liveLine({ ...live, outage: undefined })).not.toContain('fail:');
});
