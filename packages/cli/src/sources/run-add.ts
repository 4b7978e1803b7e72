import { describeFeed, foundJson, type SaidOfFeed } from '@nashra/reading';
import { type CatalogChange, catalogSchema, loadCatalog, withKnown } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb, requireSystem } from '../system/find-system.ts';
import { secretKey } from '../system/secret-key.ts';
import { type AccessOptions, accessSaid, accessToLook } from './access-said.ts';
import { askWith } from './ask-with.ts';
import { type FoundSource, findSources } from './find-sources.ts';
import { foundText, nothingFound } from './found-text.ts';

export type AddOptions = SaidOfFeed &
  AccessOptions & {
    readonly json?: true;
    /** Of what a home page has: numbers as they were shown. */
    readonly choose?: readonly number[];
  };

export async function runAdd(address: string, options: AddOptions): Promise<void> {
  const sources = options.check ? await chosen(address, options) : [{ address }];
  if (sources.length === 0) return;
  await using db = openSystemDb();
  const described = sources.map((it) => describeFeed(it, options));
  const [first] = described;
  if (!first) return;
  // Feeds of one site are one publisher's, whatever each of them calls itself.
  const feeds = described.flatMap((it) => it.feeds);
  const catalog = await withKnown(db, catalogSchema.parse([{ ...first, feeds }]));
  const change = await loadCatalog(db, catalog, acting());
  const access = accessSaid(options);
  for (const { address: feed } of access ? feeds : []) {
    await askWith(db, feed, { change: access ?? {}, key: secretKey(requireSystem().dataDir) });
  }
  if (options.json) printJson({ publisher: first.slug, ...change });
  else print(changeText(change, first.slug));
}

/** The feed itself, or those of a home page that were chosen; none where that is still to be done. */
async function chosen(address: string, options: AddOptions): Promise<readonly FoundSource[]> {
  const { choose, json, page } = options;
  const accessOf = accessToLook(address, options);
  const found = await findSources(address, { accessOf, asPage: page });
  if (found.length === 0) throw nothingFound(address);
  if (choose) {
    return choose.map((number) => {
      const it = found[number - 1];
      if (!it)
        throw new CliError(`There is no number ${number}: ${found.length} were found.`, EXIT.usage);
      return it;
    });
  }
  if (found.length === 1) return found;
  if (json) for (const it of found) printJson(foundJson(it));
  else print(foundText(found));
  note(`\nNothing is added yet: choose by number, "nashra sources add ${address} --choose 1,2".`);
  process.exitCode = EXIT.usage;
  return [];
}

function changeText({ publishersAdded, feedsAdded }: CatalogChange, slug: string): string {
  if (feedsAdded === 0) return 'Known already; nothing changed.';
  const what = feedsAdded === 1 ? '' : `${feedsAdded} feeds: `;
  return `${what}Added to ${publishersAdded > 0 ? 'the new publisher' : 'publisher'} ${slug}; polled within seconds.`;
}
