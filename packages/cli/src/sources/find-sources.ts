import { type AccessOf, FetchError } from '@nashra/http';
import { type FoundSource, findSources as find } from '@nashra/reading';
import { CliError } from '../cli-error.ts';
import { openPoliteFetcher } from '../system/polite-fetcher.ts';
import { readDocument } from '../system/read-document.ts';

export type { FoundSource } from '@nashra/reading';

/** The feeds and sitemaps of a site, asked for as the services ask. */
export async function findSources(address: string, accessOf?: AccessOf): Promise<FoundSource[]> {
  await using fetcher = openPoliteFetcher();
  return await find(address, {
    read: (it) => readDocument(it, undefined, { fetcher, accessOf }),
    sitemapsOf: fetcher.sitemapsOf,
    // What a site does not have is no mistake of ours.
    isAbsence: (error) => error instanceof FetchError || error instanceof CliError,
  });
}
