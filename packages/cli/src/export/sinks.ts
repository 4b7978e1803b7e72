import { once } from 'node:events';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderArticle } from '@nashra/reader';
import { visibleJson } from '../output/visible.ts';
import { ninjsOf } from './ninjs.ts';
import { writeParquet } from './parquet.ts';

/** How far an export has come: everything before is whole. */
export interface Mark {
  /** The last article that is in it. */
  readonly after: number;
  readonly rows: number;
  /** Of a file of lines its length, of a folder how many files. */
  readonly size: number;
}

/** Where articles go. */
export interface Sink extends Disposable {
  /** Takes some more, and says how far it is whole now. */
  write(articles: readonly ReaderArticle[]): Mark | Promise<Mark>;
  /** What is left. */
  end(): Mark;
}

export const FORMATS = ['ndjson', 'ninjs', 'parquet', 'warc'] as const;
export type Format = (typeof FORMATS)[number];

/** Articles a Parquet file, all of which lie in memory while it is written. */
const PER_FILE = 10_000;

/** Some articles as bytes, and how many of them that are. */
export type Written = { readonly bytes: Buffer; readonly rows: number };

/** How articles are written one after another; `isFirst` where nothing stands before them. */
export type Writing = (
  articles: readonly ReaderArticle[],
  isFirst: boolean,
) => Written | Promise<Written>;

export function openSink(format: Format, to: string, from: Mark, warc: Writing): Sink {
  if (format === 'parquet') return parquetFolder(to, from);
  // What goes to standard output may go to a terminal.
  const spelt = to === '-' ? visibleJson : (json: string) => json;
  const writing =
    format === 'warc'
      ? warc
      : linesOf((it) => spelt(JSON.stringify(format === 'ninjs' ? ninjsOf(it) : it)));
  return to === '-' ? standardOutput(writing, from) : file(writing, to, from);
}

function linesOf(lineOf: (article: ReaderArticle) => string): Writing {
  return (articles) => ({
    bytes: Buffer.from(articles.map((it) => `${lineOf(it)}\n`).join('')),
    rows: articles.length,
  });
}

/** Goes on where it was whole: what a crash left behind that is cut off. */
function file(writing: Writing, to: string, from: Mark): Sink {
  const file = openSync(to, from.size === 0 ? 'w' : 'r+');
  ftruncateSync(file, from.size);
  let mark = from;
  return {
    async write(articles) {
      const { bytes, rows } = await writing(articles, mark.size === 0);
      let written = 0;
      while (written < bytes.length)
        written += writeSync(file, bytes, written, undefined, mark.size + written);
      mark = {
        after: articles.at(-1)?.id ?? mark.after,
        rows: mark.rows + rows,
        size: mark.size + bytes.length,
      };
      return mark;
    },
    end: () => mark,
    [Symbol.dispose]: () => closeSync(file),
  };
}

function standardOutput(writing: Writing, from: Mark): Sink {
  let mark = from;
  return {
    async write(articles) {
      const { bytes, rows } = await writing(articles, mark.rows === from.rows);
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
      const after = articles.at(-1)?.id ?? mark.after;
      mark = { after, rows: mark.rows + rows, size: 0 };
      return mark;
    },
    end: () => mark,
    [Symbol.dispose]() {},
  };
}

function parquetFolder(to: string, from: Mark): Sink {
  mkdirSync(to, { recursive: true });
  let mark = from;
  let held: ReaderArticle[] = [];
  const flush = () => {
    const last = held.at(-1);
    if (!last) return;
    writeParquet(join(to, `articles-${String(mark.size + 1).padStart(6, '0')}.parquet`), held);
    mark = { after: last.id, rows: mark.rows + held.length, size: mark.size + 1 };
    held = [];
  };
  return {
    write(articles) {
      held.push(...articles);
      if (held.length >= PER_FILE) flush();
      return mark;
    },
    end() {
      flush();
      return mark;
    },
    [Symbol.dispose]() {},
  };
}
