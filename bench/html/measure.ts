import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Opener } from './parsers.ts';

/** What one parser costs over a set of pages, from their bytes on (UTF-8). */
export interface Cost {
  readonly name: string;
  /** CPU milliseconds per page, warm: median and 95th percentile. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Megabytes read in a second of CPU time. */
  readonly megabytesPerSecond: number;
  /** CPU milliseconds for one page of ten million bytes. */
  readonly hugeMs: number;
  /** Kibibytes of heap and buffers that a tree holds, on average, its source not counted. */
  readonly kibPerPage: number;
}

const WARM_ROUNDS = 2;
const ROUNDS = 5;
const HUGE = 10_000_000;
const KEPT = 60;

export function readPages(folder: string): Uint8Array[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((entry) => /\.html(\.gz)?$/.test(entry))
    .sort()
    .map((entry) => {
      const bytes = readFileSync(join(folder, entry));
      return entry.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    });
}

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))] as number;

export function measure(name: string, open: Opener, pages: readonly Uint8Array[]): Cost {
  const parse = (bytes: Uint8Array): unknown => open(bytes)();
  for (let round = 0; round < WARM_ROUNDS; round++) for (const page of pages) parse(page);
  const times = pages.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, page] of pages.entries()) times[i]?.push(cpuMs(() => parse(page)));
  }
  const perPage = times.map((list) => quantile(list, 0.5));
  const huge = hugePage(pages);
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const total = perPage.reduce((sum, ms) => sum + ms, 0);
  return {
    name,
    medianMs: quantile(perPage, 0.5),
    p95Ms: quantile(perPage, 0.95),
    megabytesPerSecond: bytes / total / 1000,
    hugeMs: Math.min(...[0, 1, 2].map(() => cpuMs(() => parse(huge)))),
    kibPerPage: retained(pages.slice(0, KEPT).map(open)) / 1024,
  };
}

/** Many pages in one: what follows the end of a body is read as more of it. */
function hugePage(pages: readonly Uint8Array[]): Uint8Array {
  const page = new Uint8Array(HUGE);
  for (let i = 0, at = 0; at < HUGE; i++) {
    const next = (pages[i % pages.length] as Uint8Array).subarray(0, HUGE - at);
    page.set(next, at);
    at += next.length;
  }
  return page;
}

/** Bytes that the trees of some pages hold. Needs --expose-gc. */
function retained(parsers: readonly (() => unknown)[]): number {
  const used = (): number => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  const trees = parsers.map((parse) => parse());
  const after = used();
  return (after - before) / trees.length;
}
