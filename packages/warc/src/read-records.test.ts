import { randomBytes } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ReadRecordsOptions, readRecords } from './read-records.ts';
import { writeRecord } from './write-record.ts';

const DATE = new Date('2019-05-04T03:02:01Z');

function plain(name: string, block: Buffer | string, length = Buffer.byteLength(block)): Buffer {
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/${name}>\r\n` +
        `WARC-Date: 2019-05-04T03:02:01Z\r\nContent-Length: ${length}\r\n\r\n`,
    ),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ]);
}
const packed = (name: string, block: Buffer | string = name, length?: number) =>
  gzipSync(plain(name, block, length));

/** By the last letter of its address and the size of its block, or why it is broken; in chunks of so many bytes. */
async function read(bytes: Uint8Array, options: ReadRecordsOptions = {}, chunk = 1_000) {
  async function* stream() {
    for (let at = options.from?.at ?? 0; at < bytes.length; at += chunk)
      yield bytes.subarray(at, at + chunk);
  }
  const found: string[] = [];
  const places = [];
  for await (const it of readRecords(stream(), options)) {
    places.push(it.place);
    found.push(
      it.kind === 'broken' ? it.why : `${it.head.target?.split('/').at(-1)}${it.block?.length}`,
    );
  }
  return { found: found.join(' '), places };
}

describe('readRecords', () => {
  it('reads records packed one by one, together, or not at all, in chunks of any size', async () => {
    const big = randomBytes(70_000);
    const records = [plain('a', 'x'), plain('b', big), plain('c', '')];
    for (const archive of [
      Buffer.concat(records),
      Buffer.concat(records.map((it) => gzipSync(it))),
      gzipSync(Buffer.concat(records)),
    ])
      for (const chunk of [61, 4_096, 1_000_000]) {
        expect((await read(archive, {}, chunk)).found).toBe('a1 b70000 c0');
      }
  });

  it('goes on at any place that it gave', async () => {
    const records = [plain('a', 'x'), plain('b', 'yy'), plain('c', 'zzz')];
    for (const archive of [
      Buffer.concat(records),
      Buffer.concat(records.map((it) => gzipSync(it))),
      gzipSync(Buffer.concat(records)),
    ]) {
      const { places } = await read(archive);
      const rests = await Promise.all(places.map((from) => read(archive, { from })));
      expect(rests.map((it) => it.found)).toEqual(['a1 b2 c3', 'b2 c3', 'c3']);
    }
  });

  it('gives the head of a record, brackets off, and no block that nobody wants', async () => {
    async function* stream() {
      yield writeRecord({
        type: 'response',
        date: DATE,
        target: 'http://a.example/a',
        contentType: 'application/http',
        block: Buffer.from('x'),
        fields: { 'X-Two': 'one\r\nWARC-Type: two' },
      });
      yield packed('b');
    }
    const heads = [];
    for await (const it of readRecords(stream(), { wants: ({ version }) => version === '1.1' }))
      if (it.kind === 'record') heads.push({ ...it.head, block: it.block?.toString() });
    expect(heads).toMatchObject([
      { version: '1.1', type: 'response', date: DATE, target: 'http://a.example/a', block: 'x' },
      { version: '1.0', type: 'response', date: DATE, target: 'http://a.example/b' },
    ]);
    expect(heads[1]?.block).toBeUndefined();
  });

  it('loses one record to damage, wherever in its member it lies', async () => {
    const whole = [packed('a'), packed('b', randomBytes(30_000)), packed('c'), packed('d')];
    const [a = whole[0] as Buffer, b = a] = whole;
    for (const at of [0, 3, 12, 200, 15_000, b.length - 6, b.length - 2]) {
      const archive = Buffer.concat(whole);
      archive[a.length + at] = (archive[a.length + at] ?? 0) ^ 0xff;
      expect([at, (await read(archive)).found]).toEqual([at, 'a1 gzip c1 d1']);
    }
    const short = Buffer.concat([a, b.subarray(0, 9_000), packed('c')]);
    expect((await read(short)).found).toMatch(/^a1 (?:gzip|cut) c1$/);
    const end = Buffer.concat([a, b.subarray(0, 9_000)]);
    expect((await read(end)).found).toBe('a1 cut');
  });

  it('loses one record to a lie about its length', async () => {
    const page = 'words\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n';
    for (const length of [3, 0, 500, 2 ** 40, -1]) {
      const lie = packed('b', page, length);
      expect((await read(Buffer.concat([packed('a'), lie, packed('c')]))).found).toMatch(
        /^a1 (?:length|head) c1$/,
      );
      const open = Buffer.concat([
        plain('a', 'a'),
        plain('b', 'y'.repeat(90), length),
        plain('c', 'c'),
      ]);
      expect((await read(open)).found).toMatch(/^a1 (?:length|head) c1$/);
    }
  });

  it('bounds heads, records and what they inflate to', async () => {
    const bomb = packed('b', Buffer.alloc(20_000_000));
    const limits = { blockBytes: 1_000_000, headBytes: 1_000 };
    expect((await read(Buffer.concat([packed('a'), bomb, packed('c')]), { limits })).found).toBe(
      'a1 too_large c1',
    );
    const head = gzipSync(`WARC/1.0\r\n${'x: y\r\n'.repeat(1_000_000)}`);
    expect((await read(Buffer.concat([packed('a'), head, packed('c')]), { limits })).found).toBe(
      'a1 head c1',
    );
    const open = Buffer.concat([
      plain('a', 'a'),
      plain('b', Buffer.alloc(2_000_000)),
      plain('c', 'c'),
    ]);
    expect((await read(open, { limits })).found).toBe('a1 too_large c1');
    await expect(
      read(bomb, { limits: { ...limits, skippedBytes: 2_000_000 } }),
    ).rejects.toMatchObject({ code: 'ENDLESS' });
  });

  it('says of what is no archive that it is none, and knows padding at the end', async () => {
    await expect(read(Buffer.from('<html>'))).rejects.toMatchObject({ code: 'NOT_A_WARC' });
    expect((await read(gzipSync('<html>'))).found).toBe('head');
    expect((await read(Buffer.concat([packed('a'), Buffer.alloc(5_000)]))).found).toBe('a1');
    expect((await read(Buffer.alloc(0))).found).toBe('');
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
      Buffer.from('a.warc\0'),
      packed('a').subarray(10),
    ]);
    expect((await read(Buffer.concat([named, packed('b')]), {}, 3)).found).toBe('a1 b1');
  });

  it('takes no record out of the page of another, be it an archive itself', async () => {
    const inner = Buffer.concat([packed('evil'), plain('evil', 'x')]);
    // Stored as it is, so that its members lie in the outer one byte by byte.
    const stored = gzipSync(plain('b', inner), { level: 0 });
    expect(deflateRawSync(inner, { level: 0 }).includes(inner)).toBe(true);
    const archive = Buffer.concat([packed('a'), stored, packed('c')]);
    expect((await read(archive)).found).toBe(`a1 b${inner.length} c1`);
    const limits = { blockBytes: 100 };
    expect((await read(archive, { limits })).found).toBe('a1 too_large c1');
  });
});
