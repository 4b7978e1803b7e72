import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openStand } from './stand.ts';

const stand = await openStand();
afterAll(() => stand[Symbol.asyncDispose]());

async function shapeOf(message: string): Promise<string> {
  const { rows } = await sql<{ shape: string }>`
    select nashra.error_shape(${message}) as shape`.execute(stand.db);
  return rows[0]?.shape ?? '';
}

describe('what a message is grouped by', () => {
  it.each([
    ['connect ECONNREFUSED 10.0.3.9:6379', 'connect ECONNREFUSED [2001:db8::1]:443'],
    ['getaddrinfo ENOTFOUND sahifa.example', 'getaddrinfo ENOTFOUND cdn.nahar.example'],
    ["open '/var/blobs/ab/12'", "open '/data/ff'"],
    ['mkdir /var/blobs/ab/12 failed', 'mkdir /data/ff failed'],
    ['at 2026-12-01T05:41:38.120Z it was lost', 'at 2026-11-30 01:00:00+01 it was lost'],
    ['took 31.2 s, more than 30 s', 'took 2m31s, more than 45 s'],
    ['body is 12.4 MB', 'body is 812 kB'],
    [
      'job 6ba7b810-9dad-11d1-80b4-00c04fd430c8 died',
      'job f47ac10b-58cc-4372-a567-0e02b2c3d479 died',
    ],
    ['type bigint: "12a"', 'type bigint: "undefined"'],
    ['relation "article_2026_11" is missing', 'relation "article_2026_12" is missing'],
    ['no number in ١٢٣ here', 'no number in ٩ here'],
  ])('«%s» and «%s» are one', async (one, other) => {
    expect(await shapeOf(one)).toBe(await shapeOf(other));
  });

  it.each([
    ['answers 403', 'answers 503'],
    ['status code 404', 'status code 410'],
    ['SQLSTATE 40001', 'SQLSTATE 40P01'],
    ['exit code 1', 'exit code 137'],
    ['relation "article" is missing', 'relation "story" is missing'],
    ["undefined (reading 'href')", "undefined (reading 'title')"],
    ['unknown encoding utf-16', 'unknown encoding utf-32'],
    ['needs TLS 1.2', 'needs TLS 1.3'],
    ["READONLY You can't write against a replica", "READONLY You can't read 'a' of a replica"],
    ['لا عنوان', 'لا تاريخ'],
  ])('«%s» and «%s» are two', async (one, other) => {
    expect(await shapeOf(one)).not.toBe(await shapeOf(other));
  });

  it('is done in a fraction of a second with what hostile pages put into it', async () => {
    const began = performance.now();
    for (const it of ["'", 'a.', '1s ', 'a@', 'ab12cd34-', '/a', '1,'])
      await shapeOf(it.repeat(5_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
