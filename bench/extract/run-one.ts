/**
 * Runs one extractor over the pages it is sent, in a process of its own; a measurement for each.
 *   fork('run-one.ts', [extractor]), then send folders of pages
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loaders } from './extractors.ts';

/** What one extractor made of one page. */
export interface Measurement {
  readonly id: string;
  readonly body: string;
  readonly error?: string | undefined;
  /** CPU time of the whole process, compiler and collector included. */
  readonly ms: number;
}

/** Answer to a list of folders. */
export interface Report {
  readonly measurements: readonly Measurement[];
  /** Largest resident memory so far, in MB, all pages included. */
  readonly peak: number;
  /** CPU milliseconds that loading the extractor took. */
  readonly loadMs: number;
}

const [name = ''] = process.argv.slice(2);
const load = loaders[name];
if (!load) throw new Error(`no such extractor: ${name}`);
const unloaded = process.cpuUsage();
const extractor = await load();
const loadMs = cpuSince(unloaded);

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Page {
  readonly id: string;
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** Pages stay in memory: what reading and unpacking them leaves behind would be collected while others are measured. */
const pages = new Map<string, Page>();

function readPage(folder: string): Page {
  const { id, url } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const plain = join(folder, 'page.html');
  const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  return { id, url, bytes };
}

async function measure(folder: string): Promise<Measurement> {
  let page = pages.get(folder);
  if (page === undefined) {
    page = readPage(folder);
    pages.set(folder, page);
  }
  const { id, url, bytes } = page;
  const before = process.cpuUsage();
  let body = '';
  let error: string | undefined;
  try {
    body = await extractor(bytes, url);
  } catch (thrown) {
    error = String(thrown);
  }
  return { id, body, error, ms: cpuSince(before) };
}

process.on('message', async (folders: readonly string[]) => {
  const measurements: Measurement[] = [];
  for (const folder of folders) measurements.push(await measure(folder));
  const peak = process.resourceUsage().maxRSS / 1024;
  process.send?.({ measurements, peak, loadMs } satisfies Report);
});
