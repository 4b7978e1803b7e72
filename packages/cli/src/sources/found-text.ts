import { nothingAt } from '@nashra/reading';
import pc from 'picocolors';
import { CliError } from '../cli-error.ts';
import { oneLine } from '../output/print.ts';
import type { FoundSource } from './find-sources.ts';

export const nothingFound = (address: string) => new CliError(nothingAt(address));

/** Entries of each that are shown. */
const FIRST = 3;

/** What was found, numbered, with the first articles of each. */
export function foundText(found: readonly FoundSource[]): string {
  return found.map((it, at) => sourceText(it, at + 1)).join('\n\n');
}

function sourceText({ address, by, feed }: FoundSource, number: number): string {
  const count = `${feed.entries.length} entries${feed.sitemaps.length > 0 ? `, ${feed.sitemaps.length} sitemaps` : ''}`;
  const repaired = feed.warnings.map(({ code }) => code).join(', ');
  return [
    `${number}  ${pc.bold(oneLine(feed.title, 80) || 'Without a title')}  ${pc.dim(address)}`,
    pc.dim(
      `   ${feed.format} ${feed.version}, ${count}, found by ${by}${repaired ? `; repaired: ${repaired}` : ''}`,
    ),
    ...feed.entries.slice(0, FIRST).map((entry) => {
      const date = (entry.published ?? entry.updated)?.instant.slice(0, 16) ?? 'no date';
      return `   ${date}  ${oneLine(entry.title, 100) || pc.dim('no title')}\n   ${pc.dim(oneLine(entry.address ?? 'no page', 200))}`;
    }),
  ].join('\n');
}
