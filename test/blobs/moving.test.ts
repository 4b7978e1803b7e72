import { copyBlobs, openBlobs } from '@nashra/blobs';
import { expect, it } from 'vitest';
import { openBucket, openFolder } from './grounds.ts';

it('moves from a folder to a bucket while both are used', async () => {
  await using folder = await openFolder();
  await using bucket = await openBucket();
  const old = await openBlobs(folder.place);
  const keys = [];
  for (let n = 0; n < 30; n++) keys.push((await old.put(Buffer.from(`old ${n}`))).sha256);
  const [first = '', second = '', rotten = ''] = keys;
  await old.keepHead(first, { status: 200 });
  await folder.write(`${rotten.slice(0, 2)}/${rotten.slice(2, 4)}/${rotten}.zst`, 'garbage');

  const both = await openBlobs(`${bucket.place},${folder.place}`);
  const { sha256: fresh } = await both.put(Buffer.from('new'));
  expect(await old.has(fresh)).toBe(false);
  expect(await both.get(first)).toEqual(Buffer.from('old 0'));
  expect(await both.headBeside(first)).toEqual({ status: 200 });
  expect(await both.has(second)).toBe(true);
  const all = await both.list(undefined, 100);
  expect(all.map(({ sha256 }) => sha256)).toEqual([...keys, fresh].sort());
  expect(await both.list(undefined, 7)).toEqual(all.slice(0, 7));
  await both.delete(second);
  expect(await old.has(second)).toBe(false);

  const alone = await openBlobs(bucket.place);
  const pages: number[] = [];
  const onPage = ({ copied }: { copied: number }) => void pages.push(copied);
  const done = await copyBlobs(old, alone, { rows: 10, onPage });
  expect(done).toEqual({ copied: 28, known: 0, corrupt: 1 });
  expect(pages).toHaveLength(3);
  expect(await alone.get(first)).toEqual(Buffer.from('old 0'));
  expect(await alone.headBeside(first)).toEqual({ status: 200 });
  // Begun again it finds nothing to do.
  expect(await copyBlobs(old, alone)).toEqual({ copied: 0, known: 28, corrupt: 1 });
});
