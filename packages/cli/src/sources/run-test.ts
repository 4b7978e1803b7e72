import { foundJson } from '@nashra/reading';
import { print, printJson } from '../output/print.ts';
import { type AccessOptions, accessToLook } from './access-said.ts';
import { findSources } from './find-sources.ts';
import { foundText, nothingFound } from './found-text.ts';

/** Shows what an address gives as a source; nothing is added, and no system need run. */
export async function runTest(
  address: string,
  { json, page, ...access }: AccessOptions & { readonly json?: true; readonly page?: true },
): Promise<void> {
  const found = await findSources(address, {
    accessOf: accessToLook(address, access),
    asPage: page,
  });
  if (json) for (const it of found) printJson(foundJson(it));
  else if (found.length > 0) print(foundText(found));
  if (found.length === 0) throw nothingFound(address);
}
