import { Random } from './random.ts';

const WORDS =
  'harbour council bridge school budget market nurse railway library storm orchard museum mayor teacher river ferry clinic tunnel garden court union'.split(
    ' ',
  );

/** Reports that there are in all worlds: publishers print each other's. */
export const TEXTS = 16;

export interface Text {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const texts = new Map<string, Text>();

/** A report of its own: number `id`, as its publisher has corrected it `version` times. */
export function textOf(id: number, version: number): Text {
  const name = `${id}.${version}`;
  const known = texts.get(name);
  if (known) return known;
  const random = new Random(id, 77);
  const words = (count: number) =>
    Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  const title = `Report ${id}: the ${words(3)} opens${version > 0 ? `, corrected ${version}` : ''}`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, at) =>
      `In district ${id} they spoke of ${words(12)}, and ${words(9)} came to ${id * 31 + at} people. ` +
      `Nobody had asked about ${words(8)} before ${words(6)}.`,
  );
  if (version > 0) paragraphs.push(`Correction ${version}: it was ${words(14)} of number ${id}.`);
  const text = { title, paragraphs };
  texts.set(name, text);
  return text;
}

/** The page of a report; `more` stands in its body's tag. */
export function pageOf({ title, paragraphs }: Text, more = ''): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:type" content="article"><meta property="og:title" content="${title}">
<meta property="article:published_time" content="2026-03-01T10:00:00Z"></head><body ${more}>
<nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs
    .map((it) => `<p>${it}</p>`)
    .join('\n')}</article><footer><p>All rights reserved</p></footer></body></html>`;
}

/** The same report as the database refuses it. */
export const refusedText = (text: Text): Text => ({
  ...text,
  paragraphs: [...text.paragraphs, `And there was ${REFUSED} on every table of the room that day.`],
});

/** In a text that no row may hold. */
export const REFUSED = 'an unwritable sign';

/** From here on bytes of a page say nothing to anybody. */
export const EDITION = '<!-- edition ';
