import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalAddress } from '@nashra/address';
import { defaultLimits } from '@nashra/http';
import type { Found } from './archive-pages.ts';
import { isHtml, type LeftOut, type Page } from './archived-page.ts';
import { ownAddress } from './own-address.ts';

export interface FolderOptions {
  /** The address that the folder stands for; without it pages say their own. */
  readonly base?: string;
  readonly timeZone: string;
}

const NAME = /\.(?:x?html?|shtml|php|aspx?)$/i;
const DEEPEST = 50;

/** The pages in the files of a folder, by their paths within, from one of these on. */
export async function* folderPages(
  folder: string,
  from: string,
  options: FolderOptions,
): AsyncGenerator<Found<string>> {
  let isBefore = from !== '';
  for (const place of filesIn(folder, '', 0)) {
    isBefore &&= place !== from;
    if (isBefore) continue;
    const page = pageIn(folder, place, options);
    yield typeof page === 'string'
      ? { place, page: null, leftOut: page }
      : { place, page, leftOut: null };
  }
}

/** How many files lie in a folder and those within. */
export function countFiles(folder: string): number {
  let count = 0;
  for (const _ of filesIn(folder, '', 0)) count += 1;
  return count;
}

function* filesIn(folder: string, within: string, depth: number): Generator<string> {
  if (depth > DEEPEST) return;
  const entries = readdirSync(join(folder, within), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, path, depth + 1);
    else if (entry.isFile()) yield path;
  }
}

function pageIn(folder: string, path: string, { base, timeZone }: FolderOptions): Page | LeftOut {
  const { size, mtime } = statSync(join(folder, path));
  if (!NAME.test(path)) return 'not_a_page';
  if (size === 0) return 'empty';
  if (size > defaultLimits.maxBytes) return 'too_large';
  const bytes = readFileSync(join(folder, path));
  if (!isHtml('', bytes)) return 'not_a_page';
  const address = base === undefined ? ownAddress(bytes) : addressUnder(base, path);
  if (address === null) return 'no_address';
  return {
    address,
    bytes,
    origin: 'file',
    headers: { 'content-type': 'text/html' },
    capturedAt: mtime,
    lane: 1,
    entry: { timeZone },
  };
}

/** As mirrors lay files: a page's path below the folder is that below the address. */
function addressUnder(base: string, path: string): string | null {
  const written = path.split('/').map(encodeURIComponent).join('/');
  const url = URL.parse(written.replace(/(^|\/)index\.html?$/i, '$1'), base);
  return url && canonicalAddress(url.href);
}
