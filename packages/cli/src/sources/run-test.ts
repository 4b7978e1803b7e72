import { foundJson } from '@nashra/reading';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { type AccessOptions, accessToLook } from './access-said.ts';
import { findSources } from './find-sources.ts';
import { foundText } from './found-text.ts';

/** Shows what an address gives as a source; nothing is added, and no system need run. */
export async function runTest(
  address: string,
  { json, ...access }: AccessOptions & { readonly json?: true },
): Promise<void> {
  const found = await findSources(address, accessToLook(address, access));
  if (json) for (const it of found) printJson(foundJson(it));
  else if (found.length > 0) print(foundText(found));
  if (found.length === 0)
    throw new CliError(`No feed and no sitemap at ${address}, and none that it names.`);
}
