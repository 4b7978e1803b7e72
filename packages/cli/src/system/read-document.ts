import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AccessOf } from '@nashra/http';
import { CliError } from '../cli-error.ts';
import { openPoliteFetcher, type PoliteFetcher } from './polite-fetcher.ts';

/** A page or feed, from the web, a file or standard input. */
export interface Document {
  readonly bytes: Buffer;
  /** After redirects; what was given for a file. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a document is read by, and with. */
export interface Reading {
  /** Of several documents of one command; one of its own where there is none. */
  readonly fetcher?: PoliteFetcher;
  readonly accessOf?: AccessOf | undefined;
}

/** Reads an address by the rules of its host, a file, or `-` for standard input. */
export async function readDocument(
  what: string,
  url?: string,
  reading: Reading = {},
): Promise<Document> {
  if (/^https?:\/\//i.test(what)) return await fetchDocument(what, reading);
  const bytes = what === '-' ? await readStandardInput() : await readFile(what);
  return { bytes, url: url ?? pathToFileURL(resolve(what)).href, headers: {} };
}

async function fetchDocument(address: string, reading: Reading): Promise<Document> {
  await using own = reading.fetcher ? null : openPoliteFetcher();
  const fetcher = reading.fetcher ?? own;
  if (!fetcher) throw new Error('nobody to ask');
  const answer = await fetcher.get(address, reading.accessOf);
  const { status, headers, body, finalAddress, challenge } = answer;
  if (challenge) throw new CliError(`An anti-bot page (${challenge}) answers for ${finalAddress}.`);
  if (status >= 300) throw new CliError(`The server answers ${status} for ${finalAddress}.`);
  return { bytes: body, url: finalAddress, headers };
}

const MAX_INPUT = 64 << 20;

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_INPUT) throw new CliError(`More than ${MAX_INPUT} bytes on standard input.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
