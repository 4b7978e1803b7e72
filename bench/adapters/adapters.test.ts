import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import address from './address.ts';
import feed from './feed.ts';
import fetch from './fetch.ts';
import opml from './opml.ts';
import robots from './robots.ts';

it('address gives one key to two spellings, and nothing for what is none', () => {
  const [one, other] = ['https://www.a.example/x?utm_source=y', 'http://a.example/x/'].map(address);
  expect(one?.canonical).toBe('https://www.a.example/x');
  expect(one?.key).toBe(other?.key);
  expect(address('mailto:a@a.example')).toBeNull();
});

it('robots answers for an agent and a path', () => {
  const bytes = Buffer.from('user-agent: nashra\ndisallow: /%7Eu');
  expect(robots(bytes, { agent: 'Nashra', path: '/~u/x' })).toBe(false);
  expect(robots(bytes, { agent: 'Other', path: '/~u/x' })).toBe(true);
});

it('opml gives feeds out of their folders, and what was left out', () => {
  const bytes = Buffer.from(
    `<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/rss"/></outline>
     <outline text="B" xmlUrl="https://b.example:port/"/></body></opml>`,
  );
  expect(opml(bytes)).toEqual({
    feeds: [{ title: 'A', xmlUrl: 'https://a.example/rss', htmlUrl: null }],
    leftOut: [{ what: 'B https://b.example:port/', why: expect.any(String) }],
  });
});

it('fetch tells what came over real sockets, or why nothing did', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/gone' ? 410 : 200;
    response.end('words');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://page.example:${port}`;
  const lookup = () => ['127.0.0.1'];
  const options = { lookup, allowPrivate: [`page.example:${port}`] };
  try {
    const { outcome, status, bytes } = await fetch(`${origin}/`, options);
    expect([outcome, status, Buffer.from(bytes ?? []).toString()]).toEqual(['ok', 200, 'words']);
    expect(await fetch(`${origin}/gone`, options)).toMatchObject({ outcome: 'ok', status: 410 });
    expect(await fetch(`${origin}/`, { lookup })).toEqual({ outcome: 'blocked_address' });
    expect(await fetch(`${origin}/`, { ...options, maxBytes: 3 })).toEqual({
      outcome: 'too_large',
    });
    const nowhere = { ...options, lookup: () => Promise.reject(new Error('no such name')) };
    expect(await fetch(`${origin}/`, nowhere)).toEqual({ outcome: 'dns' });
    expect(await fetch(`http://127.0.0.1:${port}/`, { lookup })).toEqual({
      outcome: 'blocked_address',
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

it('feed tells each entry’s page and key, and what an index lists', () => {
  const headers = { 'content-type': 'application/xml' };
  const rss = `<rss><channel><item><title>A</title><link>N/A</link><guid>https://a.example/1</guid></item>
    <item><title>B</title></item></channel></rss>`;
  const { entries } = feed(Buffer.from(rss), { url: 'https://a.example/feed', headers });
  expect(entries.map((entry) => entry.address)).toEqual(['https://a.example/1', null]);
  expect(new Set(entries.map(({ key }) => key)).size).toBe(2);
  const index = `<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2026-11-27T10:00:00Z</lastmod></sitemap>
    <sitemap><loc/></sitemap></sitemapindex>`;
  const { sitemaps } = feed(Buffer.from(index), { url: 'https://a.example/index.xml', headers });
  expect(sitemaps).toEqual([
    { href: 'https://a.example/1.xml', updated_ts: Date.UTC(2026, 10, 27, 10) / 1000 },
  ]);
});
