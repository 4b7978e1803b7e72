import { type CatalogChange, catalogSchema, loadCatalog, withKnown } from '@nashra/sources';
import { print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';
import { describeFeed, type SaidOfFeed } from './describe-feed.ts';

export type AddOptions = SaidOfFeed & { readonly json?: true };

export async function runAdd(address: string, options: AddOptions): Promise<void> {
  await using db = openSystemDb();
  const described = await describeFeed(address, options);
  const catalog = await withKnown(db, catalogSchema.parse([described]));
  const change = await loadCatalog(db, catalog);
  if (options.json) printJson({ publisher: described.slug, ...change });
  else print(changeText(change, described.slug));
}

function changeText({ publishersAdded, feedsAdded }: CatalogChange, slug: string): string {
  if (feedsAdded === 0) return 'Known already; nothing changed.';
  return `Added to ${publishersAdded > 0 ? 'the new publisher' : 'publisher'} ${slug}; it is polled within seconds.`;
}
