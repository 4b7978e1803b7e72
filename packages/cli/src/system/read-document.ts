import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFetcher, optionsOf } from '@nashra/http';
import { CliError } from '../cli-error.ts';
import { setting } from './setting.ts';

/** A page or feed, from the web, a file or standard input. */
export interface Document {
  readonly bytes: Buffer;
  /** After redirects; what was given for a file. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads an address under the same guard as the pipeline's, a file, or `-` for standard input. */
export async function readDocument(what: string, url?: string): Promise<Document> {
  if (/^https?:\/\//i.test(what)) return await fetchDocument(what);
  const bytes = what === '-' ? await readStandardInput() : await readFile(what);
  return { bytes, url: url ?? pathToFileURL(resolve(what)).href, headers: {} };
}

async function fetchDocument(address: string): Promise<Document> {
  await using fetcher = createFetcher(
    optionsOf({
      USER_AGENT: setting('USER_AGENT') ?? 'Nashra/0.1 (news ingestion)',
      FETCH_ALLOW_PRIVATE: setting('FETCH_ALLOW_PRIVATE') ?? '',
      NASHRA_CONNECT_TO: setting('NASHRA_CONNECT_TO') ?? '',
    }),
  );
  const { status, headers, body, finalAddress } = await fetcher.get(address);
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
