import { type CatalogChange, catalogSchema, loadCatalog } from '@nashra/sources';
import { print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';
import { describeFeed, type SaidOfFeed } from './describe-feed.ts';
import { knownPublisher } from './known-publisher.ts';

export type AddOptions = SaidOfFeed & { readonly json?: true };

export async function runAdd(address: string, options: AddOptions): Promise<void> {
  await using db = openSystemDb();
  const described = await describeFeed(address, options);
  const known = await knownPublisher(db, described.slug);
  const publisher = { ...described, ...known };
  const change = await loadCatalog(db, catalogSchema.parse([publisher]));
  if (options.json) printJson({ publisher: publisher.slug, ...change });
  else print(changeText(change, publisher.slug));
}

function changeText({ publishersAdded, feedsAdded }: CatalogChange, slug: string): string {
  if (feedsAdded === 0) return `Known already; nothing changed (${slug}).`;
  return `Added to ${publishersAdded > 0 ? 'the new publisher' : 'publisher'} ${slug}; it is polled within seconds.`;
}
