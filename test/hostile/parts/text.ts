import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Extraction, extract } from '@nashra/extract';
import { parseFeed, readSubscriptions } from '@nashra/feeds';
import { hintOf } from '@nashra/reading';
import { storableJson } from '@nashra/text';
import { writeAnswer, writeRecord } from '@nashra/warc';
import { inside } from '../inside.ts';
import type { Check, Part } from '../part.ts';
import { randomOf } from '../shapes/random.ts';
import { strangeText } from '../shapes/strange-text.ts';

const { visible, visibleJson }: Record<'visible' | 'visibleJson', (text: string) => string> =
  await inside('packages/cli/src/output/visible.ts');
const { archivePages } = await inside('packages/cli/src/import/archive-pages.ts');
const { rowOf } = await inside('packages/captures/src/keep.ts');
const { ENTRY_TYPE } = await inside('packages/cli/src/export/warc.ts');

/** What may stand in no text; said here once more, so that what cleans is not its own judge. Flags are spelt with tags. */
const FOREIGN =
  /[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufeff]|(?<!\u{1f3f4}[\u{e0030}-\u{e007a}]{0,6})[\u{e0000}-\u{e007f}]/v;
const STRINGS = 100_000;
const QUICK = 4_000;
const TOGETHER = 200;
const STORY =
  'The council voted for the new harbour on Monday after a long debate about its costs. ';

/** Strings that no text should hold, through every door: nothing is lost, and nothing of them comes out. */
export const part: Part = {
  name: 'text',
  async run({ quick, seed }) {
    const random = randomOf(seed);
    const tally = new Map(DOORS.map(([name]) => [name, { lost: 0, unclean: 0 }]));
    let steering = 0;
    const count = quick ? QUICK : STRINGS;
    for (let at = 0; at < count; at += TOGETHER) {
      const texts = Array.from({ length: TOGETHER }, () => strangeText(random));
      for (const [name, read] of DOORS) {
        const { kept, wanted } = await read(texts);
        const found = tally.get(name) as { lost: number; unclean: number };
        found.lost += Math.max(0, wanted - kept.length);
        found.unclean += stringsIn(kept).filter((text) => FOREIGN.test(text)).length;
      }
      for (const text of texts) {
        const shown = visible(text) + visibleJson(JSON.stringify({ text }));
        if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(shown.replaceAll('\n', ''))) steering++;
      }
    }
    return [
      ...[...tally].flatMap(([name, { lost, unclean }]): Check[] => [
        { name: `${name}: none of ${count} is lost`, holds: lost === 0, detail: `${lost} lost` },
        { name: `${name}: all is clean`, holds: unclean === 0, detail: `${unclean} are not` },
      ]),
      { name: 'no control reaches a terminal', holds: steering === 0, detail: `${steering} do` },
    ];
  },
};

interface Read {
  readonly kept: readonly unknown[];
  readonly wanted: number;
}

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const options = { url: 'https://news.example/feed' };
const entriesOf = (document: string, wanted: number): Read => ({
  kept: parseFeed(Buffer.from(document), options).entries.map(hintOf),
  wanted,
});

type Door = (texts: readonly string[]) => Read | Promise<Read>;
const DOORS: readonly (readonly [name: string, read: Door])[] = [
  [
    'RSS',
    (texts) => {
      const items = texts.map(
        (text, at) =>
          `<item><title>${xml(text)}</title><link>https://news.example/${at}</link><author>${xml(text)}</author><description>${xml(text)}</description></item>`,
      );
      return entriesOf(
        `<rss version="2.0"><channel>${items.join('')}</channel></rss>`,
        texts.length,
      );
    },
  ],
  [
    'JSON Feed',
    (texts) => {
      const items = texts.map((title, at) => ({
        id: at,
        url: `https://news.example/${at}`,
        title,
        summary: title,
        authors: [{ name: title }],
      }));
      const version = 'https://jsonfeed.org/version/1.1';
      return entriesOf(JSON.stringify({ version, items }), texts.length);
    },
  ],
  [
    'OPML',
    (texts) => {
      const outlines = texts.map(
        (text, at) =>
          `<outline text="${xml(text)}" type="rss" xmlUrl="https://news${at}.example/feed"/>`,
      );
      const file = `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
      const { outlines: kept } = readSubscriptions(Buffer.from(file));
      return { kept: kept.filter(({ feedUrl }) => feedUrl !== null), wanted: texts.length };
    },
  ],
  [
    'page',
    (texts) => {
      const body = texts.map((text) => `<p>${xml(text)} ${STORY}</p>`).join('');
      const title = xml(texts[0] ?? '');
      const page = `<title>${title}</title><meta name="author" content="${title}"><meta property="article:tag" content="${title}">
        <article><h1>${title}</h1><p>${STORY.repeat(5)}</p>${body}<img src="/a.jpg" alt="${title}"></article>`;
      const found: Extraction = extract(Buffer.from(page), { url: 'https://news.example/2024/1' });
      return { kept: found.body.includes('harbour') ? [found] : [], wanted: 1 };
    },
  ],
  [
    'web archive',
    async (texts) => {
      const archive = join(mkdtempSync(join(tmpdir(), 'nashra-archive-')), 'a.warc');
      writeFileSync(archive, Buffer.concat(texts.map(recordsOf)));
      const kept: unknown[] = [];
      for await (const { page } of archivePages(archive, { at: 0, within: 0 }, 'UTC'))
        if (page)
          kept.push(page.entry, rowOf({ ...page, addressId: 1, blobSha256: 'aa', head: page }));
      rmSync(dirname(archive), { recursive: true });
      return { kept, wanted: 2 * texts.length };
    },
  ],
  ['rows', (texts) => ({ kept: JSON.parse(storableJson(texts)), wanted: texts.length })],
];

/** What a feed said of a page, and the page: the text in each place that is somebody else's. */
function recordsOf(text: string, at: number): Buffer {
  const target = `https://news.example/${at}?q=${text.replace(/[\r\n]/g, '')}`;
  const about = { target, date: new Date('2024-05-20T10:00:00Z') };
  const entry = Buffer.from(JSON.stringify({ title: text, summary: text, authors: [text] }));
  const head = { 'content-type': `text/html; x=${text}`, link: text, 'x-robots-tag': text };
  const page = Buffer.from(`<html><title>${xml(text)}</title><p>${STORY}</p></html>`);
  return Buffer.concat([
    writeRecord({ ...about, type: 'metadata', contentType: ENTRY_TYPE, block: entry }),
    writeRecord({
      ...about,
      type: 'response',
      contentType: 'application/http; msgtype=response',
      block: writeAnswer(200, head, page),
    }),
  ]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
