import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of a corpus of near-duplicates; `publishedAt` in milliseconds since 1970. */
export interface Doc {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: number;
}

/** The documents of a folder in order; none when it is not there. */
export function readDocs(folder: string): Doc[] {
  const file = join(folder, 'docs.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const doc = JSON.parse(line);
    return { ...doc, publishedAt: Date.parse(doc.publishedAt) };
  });
}

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةى';

/** Documents of invented words, common ones more often, so that speed can be measured without a corpus. */
export function inventDocs(count: number, words: number): Doc[] {
  let state = 7;
  const dice = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () =>
    Array.from({ length: 2 + dice(6) }, () => LETTERS[dice(LETTERS.length)]).join('');
  const vocabulary = Array.from({ length: 20_000 }, word);
  const say = (length: number): string =>
    Array.from({ length }, () => vocabulary[Math.floor(dice(20_000) ** 2 / 20_000)]).join(' ');
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    lang: 'ar',
    title: say(10),
    body: say(words),
    publishedAt: at * 60_000,
  }));
}

/** The same documents, each with a body of so many words: those too short are said again. */
export function cutTo(docs: readonly Doc[], words: number): Doc[] {
  return docs
    .filter(({ body }) => body !== '')
    .map((doc) => {
      let body = doc.body.trim().split(/\s+/);
      while (body.length < words) body = [...body, ...body];
      return { ...doc, body: body.slice(0, words).join(' ') };
    });
}
