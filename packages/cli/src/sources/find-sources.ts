import { type AccessOf, FetchError } from '@nashra/http';
import { type FoundSource, findSources as find } from '@nashra/reading';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { openPoliteFetcher } from '../system/polite-fetcher.ts';
import { readDocument } from '../system/read-document.ts';

export type { FoundSource } from '@nashra/reading';

export interface FindOptions {
  /** What a server is asked with beside the usual. */
  readonly accessOf?: AccessOf | undefined;
  /** To read the page as a list of headlines, though its site may have a feed. */
  readonly asPage?: boolean | undefined;
}

/** The feeds and sitemaps of a site, or its headlines, asked for as the services ask. */
export async function findSources(
  address: string,
  { accessOf, asPage }: FindOptions = {},
): Promise<FoundSource[]> {
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new CliError(`Not a web address: "${address}"`, EXIT.usage);
  await using fetcher = openPoliteFetcher();
  return await find(address, {
    asPage,
    read: (it) => readDocument(it, undefined, { fetcher, accessOf }),
    sitemapsOf: fetcher.sitemapsOf,
    // What a site does not have is no mistake of ours.
    isAbsence: (error) => error instanceof FetchError || error instanceof CliError,
  });
}
