import { openBlobs } from '@nashra/blobs';
import { environmentFault } from '@nashra/errors';
import { expect, it } from 'vitest';
import { openAnswers, openBucket } from './grounds.ts';

const refusal = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
const KEY = '0'.repeat(64);
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => environmentFault(error)?.what ?? `the page’s own: ${error}`,
  );

it('tries again when told to slow down, and the page never notices', async () => {
  await using bucket = await openAnswers((response, count) => {
    if (count === 1) response.writeHead(503).end(refusal('SlowDown'));
    else response.writeHead(200, { etag: '"x"' }).end();
  });
  const blobs = await openBlobs(bucket.place);
  await blobs.put(Buffer.from('a'));
  expect(bucket.count()).toBe(2);
});

it.each([
  [503, 'SlowDown'],
  [500, 'InternalError'],
  [403, 'AccessDenied'],
  [404, 'NoSuchBucket'],
])('says that the store is at fault, not the page: %i %s', async (status, code) => {
  await using bucket = await openAnswers((response) =>
    response.writeHead(status).end(refusal(code)),
  );
  const blobs = await openBlobs(bucket.place, { attempts: 1 });
  expect(await faultOf(blobs.put(Buffer.from('a')))).toBe(`s3: ${code}`);
  expect(await faultOf(blobs.get(KEY))).toBe(`s3: ${code}`);
  expect(await faultOf(blobs.list(undefined, 1))).toBe(`s3: ${code}`);
});

it.each<[string, Parameters<typeof openAnswers>[0]]>([
  ['is silent', () => {}],
  ['falls silent in the middle', (response) => response.writeHead(200).write('half')],
  [
    'hangs up in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    },
  ],
])('waits for no bucket that %s', async (_, answer) => {
  await using bucket = await openAnswers(answer);
  const blobs = await openBlobs(bucket.place, { attempts: 1, silenceMs: 300 });
  expect(await faultOf(blobs.get(KEY))).toMatch(/^s3: /);
});

it('knows its own fault when nobody listens or the keys are others’', async () => {
  const bucket = await openBucket();
  const blobs = await openBlobs(bucket.place, { attempts: 1 });
  expect(await faultOf(blobs.put(Buffer.from('a')))).toBeNull();
  const key = process.env['AWS_SECRET_ACCESS_KEY'];
  process.env['AWS_SECRET_ACCESS_KEY'] = 'other';
  const strange = await openBlobs(bucket.place, { attempts: 1 });
  expect(await faultOf(strange.put(Buffer.from('a')))).toBe('s3: SignatureDoesNotMatch');
  process.env['AWS_SECRET_ACCESS_KEY'] = key;
  await bucket[Symbol.asyncDispose]();
  expect(await faultOf(blobs.put(Buffer.from('a')))).toMatch(/^s3: ECONN(REFUSED|RESET)$/);
});
