import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readRecords, type WarcRecord, writeRecord } from '@nashra/warc';
import { expect, it } from 'vitest';
import { archivedPage } from './archived-page.ts';

const PAGE = Buffer.from('<!doctype html><html><body><p>words</p></body></html>');
const DATE = new Date('2019-05-04T03:02:01Z');

async function recordOf(block: Buffer, fields: Record<string, string> = {}): Promise<WarcRecord> {
  const bytes = writeRecord({
    type: 'response',
    date: DATE,
    target: 'https://sahifa.example/1?utm_source=x',
    contentType: 'application/http; msgtype=response',
    block,
    fields,
  });
  async function* stream() {
    yield bytes;
  }
  for await (const record of readRecords(stream())) if (record.kind === 'record') return record;
  throw new Error('no record');
}

const answer = (head: string, body: Buffer) =>
  recordOf(Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), body]));
const HTML = '200 OK\r\nContent-Type: text/html';

it('gives a page as a fetch would have, at the time of its capture', async () => {
  expect(await archivedPage(await answer(HTML, PAGE))).toMatchObject({
    address: 'https://sahifa.example/1',
    finalAddress: 'https://sahifa.example/1?utm_source=x',
    bytes: PAGE,
    status: 200,
    capturedAt: DATE,
    origin: 'warc',
  });
});

it('takes codings off where they are, and leaves bodies that crawlers had decoded', async () => {
  const cases: [string, Buffer][] = [
    [`${HTML}\r\nContent-Encoding: gzip`, gzipSync(PAGE)],
    [`${HTML}\r\nContent-Encoding: gzip`, PAGE],
    [`${HTML}\r\nContent-Encoding: gzip\r\nContent-Length: 9`, PAGE],
    [`${HTML}\r\nContent-Encoding: br`, brotliCompressSync(PAGE)],
    [`${HTML}\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked`, PAGE],
    [`${HTML}\r\nX-Crawl-Content-Encoding: gzip`, PAGE],
    [HTML, gzipSync(PAGE)],
    ['200 OK', PAGE],
  ];
  for (const [head, body] of cases) {
    const page = await archivedPage(await answer(head, body));
    expect([head, typeof page === 'string' ? page : page.bytes]).toEqual([head, PAGE]);
  }
});

it('says why there is none', async () => {
  const why = async (head: string, body: Buffer) => await archivedPage(await answer(head, body));
  expect(await why('404 Not Found', PAGE)).toBe('status');
  expect(await why('301 Moved\r\nLocation: /2', Buffer.alloc(0))).toBe('status');
  expect(await why(HTML, Buffer.alloc(0))).toBe('empty');
  expect(await why('200 OK\r\nContent-Type: image/png', PAGE)).toBe('not_a_page');
  expect(await why('200 OK\r\nContent-Type: text/plain', Buffer.from('words'))).toBe('not_a_page');
  expect(await why(`${HTML}\r\nContent-Encoding: odd`, Buffer.from([1, 2, 3]))).toBe('undecodable');
  expect(await why(HTML, gzipSync(Buffer.alloc(20_000_000)))).toBe('too_large');
  expect(await why(`${HTML}\r\nContent-Length: 900`, PAGE.subarray(0, 30))).toBe('cut');
  expect(await archivedPage(await recordOf(Buffer.from('no answer')))).toBe('damaged');
  const record = await answer(HTML, PAGE);
  expect(await archivedPage(record, +DATE - 2 * 86_400_000)).toBe('no_date');
  const as = (more: object) => archivedPage({ ...record, head: { ...record.head, ...more } });
  expect(await as({ date: null })).toBe('no_date');
  expect(await as({ target: 'dns:sahifa.example' })).toBe('no_address');
  expect(await as({ type: 'revisit' })).toBe('revisit');
  expect(await as({ type: 'request' })).toBe('not_an_answer');
  expect(await as({ fields: new Map([['warc-segment-number', '1']]) })).toBe('segmented');
  expect(await as({ fields: new Map([['warc-truncated', 'length']]) })).toMatchObject({
    address: 'https://sahifa.example/1',
  });
});

it('takes a resource as the page itself', async () => {
  const record = await recordOf(PAGE);
  const head = { ...record.head, type: 'resource', contentType: 'text/html; charset=x' };
  expect(await archivedPage({ ...record, head })).toMatchObject({
    bytes: PAGE,
    headers: { 'content-type': 'text/html; charset=x' },
  });
});
