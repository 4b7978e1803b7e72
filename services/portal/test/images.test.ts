import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addPublisher, waitFor } from '@nashra/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround, textOf } from './ground.ts';
import { tell } from './tell.ts';

let press: Server;
let ground: Ground;
let publisherId: number;
let origin: string;
const HIDE_AFTER = 3;

beforeAll(async () => {
  const photo = await sharp({
    create: { width: 900, height: 500, channels: 3, background: '#346' },
  })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'somewhere secret' } })
    .toBuffer();
  press = createServer((request, response) => {
    if (request.url?.startsWith('/photo.jpg'))
      return response.setHeader('content-type', 'image/jpeg').end(photo);
    if (request.url === '/drawing.svg')
      return response.setHeader('content-type', 'image/png').end('<svg onload="alert(1)"/>');
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => press.listen(0, '127.0.0.1', resolve));
  const { port } = press.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  ground = await openGround({
    PORTAL_HIDE_AFTER: String(HIDE_AFTER),
    FETCH_ALLOW_PRIVATE: `127.0.0.1:${port}`,
    HOST_INTERVAL_MS: '10',
  });
  publisherId = await addPublisher(ground.db, { slug: 'akhbar', name: 'أخبار' });
});
afterAll(async () => {
  await ground?.[Symbol.asyncDispose]();
  press?.close();
});

const image = (address: string) => ({
  address,
  isLead: true,
  caption: 'تعليق',
  credit: null,
  alt: 'منظر',
});

/** An article with an image; its page, and where it reports the image. */
async function tellWithImage(address: string) {
  const id = await tell(ground.db, { publisherId, images: [image(address)] });
  const path = `/akhbar/${id}`;
  const page = await ground.page(path);
  const [, src = ''] = /<img src="([^"]+)"/.exec(page) ?? [];
  const [, report = ''] = /action="(\/report\/\d+)"/.exec(page) ?? [];
  return { path, page, src, report };
}
const from = (n: number) => ({ 'x-forwarded-for': `198.51.${n}.7` });
const cookieOf = (answer: Response) =>
  (answer.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';

it('serves an image itself, small, without what the camera wrote', async () => {
  const { src, page } = await tellWithImage(`${origin}/photo.jpg`);
  expect(page).toContain('<figcaption lang="ar" dir="rtl">تعليق</figcaption>');
  const answer = await ground.get(src);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { width, exif } = await sharp(bytes).metadata();
  expect([width, exif]).toEqual([736, undefined]);
});

it('sends an image once: who has it hears so', async () => {
  const { src } = await tellWithImage(`${origin}/photo.jpg`);
  const etag = (await ground.get(src)).headers.get('etag') ?? '';
  const again = await ground.get(src, { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

it('leads who renews the page of thanks back to the article, and has nobody keep that page', async () => {
  const { report, path } = await tellWithImage(`${origin}/photo.jpg`);
  const thanks = await ground.post(report, from(91));
  expect(thanks.headers.get('cache-control')).toBe('private, no-store');
  const again = await ground.get(`/fr${report}`);
  expect([again.status, again.headers.get('location')]).toEqual([303, `/fr${path}`]);
});

it('fetches nothing that no page shows, and nothing that is no picture', async () => {
  const { src } = await tellWithImage(`${origin}/drawing.svg`);
  expect((await ground.get(src)).status).toBe(503);
  expect((await ground.get(src.replace('/736/', '/737/'))).status).toBe(404);
  expect((await ground.get(`${src}x`)).status).toBe(404);
  const inner = await tellWithImage('http://127.0.0.1:1/private.png');
  expect((await ground.get(inner.src)).status).toBe(503);
});

it('hides an image when several people reported it, on its page and where it is served', async () => {
  const { path, src, report } = await tellWithImage(`${origin}/photo.jpg?many`);
  expect((await ground.get(src)).status).toBe(200);
  for (let n = 1; n <= HIDE_AFTER; n += 1) {
    expect(await ground.page(path)).toContain(src);
    const answer = await ground.post(report, from(n));
    expect(answer.status).toBe(200);
    expect(textOf(await answer.text())).toContain(
      'شكرا على الإبلاغ! سيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.',
    );
  }
  await waitFor(async () => !(await ground.page(path)).includes('<img'));
  // In no width, in no language, in no head, and in no answer of the API.
  for (const width of [368, 736, 1_472])
    expect((await ground.get(src.replace('/736/', `/${width}/`))).status).toBe(404);
  for (const other of [
    path,
    `/fr${path}`,
    `/en${path}`,
    `/api/v1/articles/${path.split('/').at(-1)}`,
  ])
    expect([other, (await ground.page(other)).includes('/image/')]).toEqual([other, false]);
});

it('hides nothing for one person, by whatever names and from wherever', async () => {
  const { path, src, report } = await tellWithImage(`${origin}/photo.jpg?one`);
  const first = await ground.post(report, from(1));
  const cookie = cookieOf(first);
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  for (let n = 0; n < 6; n += 1) {
    await ground.post(report, from(1));
    await ground.post(report, { ...from(10 + n), cookie });
  }
  const forged = { ...from(1), cookie: 'nashra_reader=somebody.forged' };
  expect(cookieOf(await ground.post(report, forged))).not.toBe('');
  expect(await ground.page(path)).toContain(src);
});

it('listens to no other site’s forms, and to nobody without end', async () => {
  const { report } = await tellWithImage(`${origin}/photo.jpg?rate`);
  const foreign = { ...from(50), 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect((await ground.post(report, foreign)).status).toBe(403);
  expect((await ground.post('/report/1', from(51))).status).toBe(404);
  const statuses: number[] = [];
  for (let n = 0; n < 25; n += 1) statuses.push((await ground.post(report, from(52))).status);
  expect(statuses.at(-1)).toBe(429);
});
