import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderPages } from './folder-pages.ts';

let folder: string;
const page = (head: string) => `<!doctype html><html><head>${head}</head><body>words</body></html>`;
const WHEN = new Date('2019-05-04T03:02:01Z');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nashra-folder-'));
  mkdirSync(join(folder, 'news'));
  const files: Record<string, string> = {
    'a.html': page('<link rel="canonical" href="https://sahifa.example/a?x=1&amp;y=2">'),
    'b.htm': `<!-- saved from url=(0024)https://saved.example/b -->\n${page('<link rel=canonical href=/b>')}`,
    'c.html': page("<meta property='og:url' content='https://og.example/c'>"),
    'd.html': page(''),
    'e.png': 'x',
    'f.html': 'words alone',
    'news/index.html': page(''),
    'news/ف 1.html': page(''),
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), WHEN, WHEN);
  }
  symlinkSync('/etc/passwd', join(folder, 'g.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(from = '', base?: string) {
  const found: string[] = [];
  const options = { timeZone: 'UTC', ...(base === undefined ? {} : { base }) };
  for await (const { page, leftOut } of folderPages(folder, from, options)) {
    if (page) expect(page.capturedAt).toEqual(WHEN);
    found.push(page?.address ?? leftOut ?? '');
  }
  return found;
}

it('takes pages at the addresses that they say, and says of others why they are none', async () => {
  expect(await read()).toEqual([
    'https://sahifa.example/a?x=1&y=2',
    'https://saved.example/b',
    'https://og.example/c',
    'no_address',
    'not_a_page',
    'not_a_page',
    'no_address',
    'no_address',
  ]);
});

it('takes them below an address, and goes on at a file', async () => {
  expect(await read('news/index.html', 'https://sahifa.example/')).toEqual([
    'https://sahifa.example/news/',
    'https://sahifa.example/news/%D9%81%201.html',
  ]);
});
