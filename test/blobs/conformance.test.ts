import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BlobStore, openBlobs } from '@nashra/blobs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ground, openBucket, openFolder } from './grounds.ts';

const nameOf = (sha256: string, suffix = '.zst') =>
  `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}${suffix}`;

describe.each([
  ['a folder', openFolder],
  ['a bucket', openBucket],
])('%s', (_, open) => {
  let ground: Ground;
  let blobs: BlobStore;
  beforeEach(async () => {
    ground = await open();
    blobs = await openBlobs(ground.place);
  });
  afterEach(() => ground[Symbol.asyncDispose]());

  describe('put and get', () => {
    it('gives back the bytes, also of an empty body', async () => {
      // Each says its size in its frame in another way.
      const long = [200, 300, 70_000, 1_500_000].map((length) => Buffer.alloc(length, 'خبر'));
      for (const bytes of [Buffer.from('خبر عاجل'), Buffer.alloc(0), ...long]) {
        const ref = await blobs.put(bytes);
        expect(ref.bytes).toBe(bytes.length);
        expect(await blobs.get(ref.sha256)).toEqual(bytes);
        expect(await blobs.has(ref.sha256)).toBe(true);
      }
    });

    it('stores the same bytes once', async () => {
      const refs = [await blobs.put(Buffer.from('a')), await blobs.put(Buffer.from('a'))];
      expect(refs[0]).toEqual(refs[1]);
      expect(await blobs.list(undefined, 10)).toHaveLength(1);
    });

    it('knows the head that an earlier version left beside the bytes', async () => {
      const { sha256 } = await blobs.put(Buffer.from('a'));
      expect(await blobs.headBeside(sha256)).toBeNull();
      await blobs.keepHead(sha256, { status: 200 });
      expect(await blobs.headBeside(sha256)).toEqual({ status: 200 });
      expect(await blobs.list(undefined, 10)).toHaveLength(1);
      await ground.write(nameOf(sha256, '.json'), '{"sta');
      expect(await blobs.headBeside(sha256)).toBeNull();
    });

    it('leaves one whole blob when many writers bring the same bytes at once', async () => {
      const bytes = Buffer.alloc(100_000, 'x');
      const refs = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
      expect(await blobs.get(refs[0]?.sha256 ?? '')).toEqual(bytes);
      expect(await blobs.list(undefined, 10)).toHaveLength(1);
    });

    it('knows nothing of other keys and refuses what is no key', async () => {
      expect(await blobs.get('0'.repeat(64))).toBeNull();
      expect(await blobs.has('0'.repeat(64))).toBe(false);
      await expect(blobs.get('../../etc/passwd')).rejects.toThrow(TypeError);
    });
  });

  describe('damage', () => {
    it.each<[string, (bytes: Buffer) => Buffer]>([
      ['bytes cut short', (bytes) => bytes.subarray(0, 10)],
      ['no bytes', () => Buffer.alloc(0)],
      ['other bytes', () => Buffer.from('garbage')],
    ])('names %s', async (_, damage) => {
      const { sha256 } = await blobs.put(Buffer.from('some words'));
      await ground.write(nameOf(sha256), damage(await ground.read(nameOf(sha256))));
      await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'BLOB_CORRUPT' });
    });

    it('names whole bytes that lie under the wrong key', async () => {
      const [one, two] = [await blobs.put(Buffer.from('1')), await blobs.put(Buffer.from('2'))];
      await ground.write(nameOf(two.sha256), await ground.read(nameOf(one.sha256)));
      await expect(blobs.get(two.sha256)).rejects.toMatchObject({ code: 'BLOB_CORRUPT' });
    });

    it('decompresses no more than it may', async () => {
      const { sha256 } = await blobs.put(Buffer.alloc(1_000_000));
      const small = await openBlobs(ground.place, { maxBytes: 1_000 });
      await expect(small.get(sha256)).rejects.toMatchObject({ code: 'BLOB_TOO_LARGE' });
    });
  });

  describe('list and delete', () => {
    it('walks all keys in order by steps', async () => {
      const keys = [];
      for (let n = 0; n < 25; n++) keys.push((await blobs.put(Buffer.from(`${n}`))).sha256);
      const seen: string[] = [];
      for (let after: string | undefined; ; after = seen.at(-1)) {
        const step = await blobs.list(after, 10);
        if (step.length === 0) break;
        expect(step.length).toBeLessThanOrEqual(10);
        seen.push(...step.map(({ sha256 }) => sha256));
      }
      expect(seen).toEqual(keys.sort());
    });

    it('makes a blob young again when its bytes come again, so that cleaning spares it', async () => {
      const { sha256 } = await blobs.put(Buffer.from('a'));
      await ground.age(nameOf(sha256));
      const [old] = await blobs.list(undefined, 1);
      expect(old?.putAt.getTime()).toBe(0);
      await blobs.put(Buffer.from('a'));
      const [entry] = await blobs.list(undefined, 1);
      expect(entry?.putAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    });

    it('deletes, and twice without complaint', async () => {
      const { sha256 } = await blobs.put(Buffer.from('a'));
      await blobs.delete(sha256);
      await blobs.delete(sha256);
      expect(await blobs.get(sha256)).toBeNull();
      expect(await blobs.list(undefined, 10)).toEqual([]);
    });
  });
});

describe('a folder alone', () => {
  let ground: Ground;
  beforeEach(async () => {
    ground = await openFolder();
  });
  afterEach(() => ground[Symbol.asyncDispose]());

  it('opens by its file: address, and names what cannot be opened', async () => {
    const { sha256 } = await (await openBlobs(ground.place)).put(Buffer.from('a'));
    const same = await openBlobs(pathToFileURL(ground.place).href);
    expect(await same.has(sha256)).toBe(true);
    await expect(openBlobs('gopher://x/')).rejects.toThrow(/gopher/);
    expect(await readdir(join(ground.place, 'tmp'))).toEqual([]);
  });

  it('sweeps what killed writers left, but nothing young', async () => {
    await ground.write('tmp/old', '');
    await ground.age('tmp/old');
    await ground.write('tmp/young', '');
    await openBlobs(ground.place);
    expect(await readdir(join(ground.place, 'tmp'))).toEqual(['young']);
  });
});
