import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { roomFloor } from './room.ts';

it('refuses while less is free than is to be kept, and never where nothing is', () => {
  expect(roomFloor(tmpdir(), Number.MAX_SAFE_INTEGER)).toThrow(/^ENOSPC/);
  expect(roomFloor(tmpdir(), 1)).not.toThrow();
  expect(roomFloor('/nowhere', 0)).not.toThrow();
});

it('asks the disk that a folder will be on when it was taken away', () => {
  expect(roomFloor(`${tmpdir()}/taken/away`, 1)).not.toThrow();
  expect(roomFloor(`${tmpdir()}/taken/away`, Number.MAX_SAFE_INTEGER)).toThrow(/^ENOSPC/);
});
