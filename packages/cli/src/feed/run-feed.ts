import { type Feed, type FeedWarning, parseFeed } from '@nashra/feeds';
import pc from 'picocolors';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { readDocument } from '../system/read-document.ts';

export interface FeedOptions {
  readonly json?: true;
  readonly url?: string;
  readonly contentType?: string;
  readonly timeZone?: string;
}

export async function runFeed(what: string, options: FeedOptions): Promise<void> {
  const { bytes, url, headers } = await readDocument(what, options.url);
  const contentType = options.contentType ?? headers['content-type'];
  const contentLocation = headers['content-location'];
  const feed = parseFeed(bytes, {
    url,
    ...(contentType === undefined ? {} : { contentType }),
    ...(contentLocation === undefined ? {} : { contentLocation }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
  });
  if (options.json) printJson(feed);
  else print(feedText(feed));
}

function feedText(feed: Feed): string {
  const { format, version, encoding, entries, sitemaps, warnings } = feed;
  const facts = [
    [format, version, encoding, feed.language ?? ''].filter(Boolean).join(', '),
    `${entries.length} entries${sitemaps.length > 0 ? `, ${sitemaps.length} sitemaps` : ''}`,
  ];
  const rows = entries.map(({ published, updated, title, address }) => [
    (published ?? updated)?.instant ?? 'no date',
    `${oneLine(title) || pc.dim('no title')}\n    ${pc.dim(address ?? 'no address')}`,
  ]);
  return [
    pc.bold(oneLine(feed.title) || 'Without a title'),
    pc.dim(facts.join(' · ')),
    ...warnings.map(warningText),
    '',
    table(rows),
    ...sitemaps.map(({ address }) => pc.dim(address)),
  ].join('\n');
}

function warningText({ code, count, offset }: FeedWarning): string {
  const times = count > 1 ? `, ${count} times` : '';
  const where = offset === null ? '' : `, first at character ${offset}`;
  return pc.yellow(`repaired: ${code}${times}${where}`);
}
