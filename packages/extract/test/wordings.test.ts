/**
 * Small invented pages, each written before anybody knew how it would be read: signers, titles, days, hidden text,
 * other pieces and comments in wordings and markup as different from one another as we could think of.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Extraction, extract } from '../src/index.ts';

interface Page {
  readonly name: string;
  readonly url: string;
  readonly timeZone: string;
  readonly now: string;
  readonly html: string;
  /** What a reader would say; a check that is not named is not asked. */
  readonly expect: Readonly<Record<string, unknown>>;
}

const folder = join(import.meta.dirname, 'fixtures/wordings');
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const name = (text: string): string => plain(text).toLowerCase();

function dayIn(published: Extraction['published'], timeZone: string): string | null {
  return (
    published &&
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(
      new Date(published.instant),
    )
  );
}

/** What of a reading a check speaks of, and what it should be. */
const CHECKS: Readonly<Record<string, (read: Extraction, wanted: never, page: Page) => void>> = {
  title: (read, wanted: string) => expect(plain(read.title)).toBe(plain(wanted)),
  titleNot: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.title)).not.toContain(part);
  },
  authors: (read, wanted: string[]) =>
    expect(read.authors.map(name).sort()).toEqual(wanted.map(name).sort()),
  authorsHas: (read, wanted: string[]) =>
    expect(read.authors.map(name)).toEqual(expect.arrayContaining(wanted.map(name))),
  authorsNot: (read, wanted: string[]) => {
    for (const one of wanted) expect(name(read.authors.join(', '))).not.toContain(name(one));
  },
  day: (read, wanted: string | null, page) =>
    expect(dayIn(read.published, page.timeZone)).toBe(wanted),
  instant: (read, wanted: string) =>
    expect(read.published && Date.parse(read.published.instant)).toBe(Date.parse(wanted)),
  bodyHas: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.body)).toContain(plain(part));
  },
  bodyLacks: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.body)).not.toContain(plain(part));
  },
  bodyOnce: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.body).split(plain(part))).toHaveLength(2);
  },
  htmlHas: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.html)).toContain(plain(part));
  },
  htmlLacks: (read, wanted: string[]) => {
    for (const part of wanted) expect(plain(read.html)).not.toContain(plain(part));
  },
  isArticle: (read, wanted: boolean) => expect(read.isArticle).toBe(wanted),
  language: (read, wanted: string) => expect(read.language?.split('-')[0]).toBe(wanted),
  image: (read, wanted: string) => expect(read.leadImage?.url).toContain(wanted),
  canonical: (read, wanted: string) => expect(read.canonicalUrl).toBe(wanted),
  canonicalNot: (read, wanted: (string | null)[]) =>
    expect(wanted).not.toContain(read.canonicalUrl),
  paywalled: (read, wanted: boolean) => expect(read.paywalled).toBe(wanted),
  liveBlog: (read, wanted: boolean) => expect(read.liveBlog).toBe(wanted),
};

for (const file of readdirSync(folder).sort()) {
  const pages: readonly Page[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  describe(file.replace('.json', ''), () => {
    it.each(pages)('$name', (page) => {
      const read = extract(Buffer.from(page.html), {
        url: page.url,
        now: new Date(page.now),
        publisher: { timeZone: page.timeZone },
      });
      for (const [check, wanted] of Object.entries(page.expect))
        CHECKS[check]?.(read, wanted as never, page);
      expect(Object.keys(CHECKS)).toEqual(expect.arrayContaining(Object.keys(page.expect)));
    });
  });
}
