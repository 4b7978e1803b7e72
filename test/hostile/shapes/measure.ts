/** Reads shapes one after the other and prints a line of JSON each: `node --expose-gc measure.ts BYTES SEED NAME …`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { draftOf, type KeptPage, readPage } from '@nashra/reading';
import { creditsOf, packSignature, signatureOf } from '@nashra/similarity';
import { detectLanguage, foldText } from '@nashra/text';
import { inside } from '../inside.ts';
import { FEEDS } from './feeds.ts';
import { PAGES } from './pages.ts';
import { randomOf } from './random.ts';
import type { Shape } from './shape.ts';

/** What one shape cost and left. */
export interface Measured {
  readonly name: string;
  readonly fetched: number;
  /** Bytes of UTF-8 that are stored of it. */
  readonly stored: number;
  /** Of reading it, and of making what is stored and compared of what was read. */
  readonly parseMs: number;
  readonly heapMb: number;
  readonly outcome: string;
}

interface Listed {
  readonly sightings: readonly { readonly address: string; readonly entry?: unknown }[];
}
const { readFeed }: { readFeed: (page: object, content: Buffer) => Listed | string } = await inside(
  'services/parse/src/read-feed.ts',
);

const [bytes, seed, ...names] = process.argv.slice(2);
const kept: KeptPage = {
  addressId: 1,
  kind: 'article',
  url: 'https://news.example/2024/01/02/harbour',
  contentType: undefined,
  headers: {},
  origin: 'http' as const,
  captureId: 1,
  capturedAt: new Date('2024-02-01T12:00:00Z'),
  entry: null,
  publisher: { id: 1, name: 'News', timeZone: 'UTC', language: 'en' },
  bytes: null,
};

// Its tables are read once a process.
detectLanguage('Le conseil municipal a voté lundi soir le budget du nouveau port de la ville.');

for (const name of names) {
  const shape = [...PAGES, ...FEEDS].find((one) => one.name === name);
  if (!shape) throw new Error(`no such shape: ${name}`);
  console.log(JSON.stringify(measure(shape)));
}

function measure(shape: Shape): Measured {
  const document = Buffer.from(shape.make(Number(bytes), randomOf(Number(seed))));
  // What every process pays once is not the shape's.
  read(shape, Buffer.from(shape.make(20_000, randomOf(1))));
  globalThis.gc?.();
  const before = forgetPeak();
  const start = process.cpuUsage();
  const { stored, outcome } = read(shape, document);
  const { user, system } = process.cpuUsage(start);
  return {
    name: shape.name,
    fetched: document.length,
    stored,
    parseMs: Math.round((user + system) / 1_000),
    heapMb: Math.round(memory('VmHWM') - before),
    outcome,
  };
}

/** Makes what is held now the peak, where the system can (proc(5), clear_refs), and gives it in MB. */
function forgetPeak(): number {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5');
  return memory('VmRSS');
}

function memory(name: string): number {
  if (!existsSync('/proc/self/status')) return process.memoryUsage.rss() / (1 << 20);
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
}

function read(shape: Shape, content: Buffer): { stored: number; outcome: string } {
  if (shape.kind === 'feed') {
    const listing = readFeed({ ...kept, address: kept.url, lane: 0, vain: 0 }, content);
    if (typeof listing === 'string') return { stored: 0, outcome: listing };
    const { sightings } = listing;
    const rows = sightings.map(({ address, entry }) => [address, entry]);
    return { stored: size(rows), outcome: `${sightings.length} entries` };
  }
  const extraction = readPage(kept, content);
  const draft = draftOf(kept, extraction);
  const { title, body } = draft;
  const language = draft.language ?? '';
  const folded = { title: foldText(title), body: foldText(body) };
  packSignature(signatureOf({ title, body, language }, folded));
  creditsOf(draft);
  const lost = extraction.isArticle ? '' : ` (${extraction.kind})`;
  return { stored: size(draft), outcome: `${extraction.warnings.join(' ')}${lost}` };
}

/** Bytes of the texts in a value, as columns hold them. */
function size(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((sum: number, part) => sum + size(part), 0);
}
