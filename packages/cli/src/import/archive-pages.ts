import { createReadStream } from 'node:fs';
import { canonicalAddress } from '@nashra/address';
import type { EntryHint } from '@nashra/db';
import { cleanLine, cleanText } from '@nashra/text';
import { type Place, readRecords, type WarcRecord } from '@nashra/warc';
import { z } from 'zod';
import { ENTRY_TYPE } from '../export/warc.ts';
import { archivedPage, isAnswer, type LeftOut, type Page } from './archived-page.ts';

/** A record, or a file: a page, or why it is none. */
export interface Found<At> {
  readonly place: At;
  readonly page: Page | null;
  readonly leftOut: LeftOut | null;
  /** What was found before it belongs to it: nobody goes on between the two. */
  readonly isJoined?: boolean;
  /** For the person, where something is wrong with it. */
  readonly fault?: string;
}

/** What our own exports say beside a page: what its feed said, and whose clock it is written by. */
const line = (most: number) => z.string().max(most).transform(cleanLine);
const entrySchema = z
  .object({
    title: line(1_000),
    summary: z.string().max(10_000).transform(cleanText),
    publishedAt: z.iso.datetime({ offset: true }),
    authors: z.array(line(500)).max(50),
    timeZone: z.string().max(64).refine(isTimeZone),
  })
  .partial();

/** The pages of an archive, from a place of it on. */
export async function* archivePages(
  path: string,
  from: Place,
  timeZone: string,
): AsyncGenerator<Found<Place>> {
  const stream = createReadStream(path, { start: from.at, highWaterMark: 256 * 1_024 });
  const wants = (head: WarcRecord['head']) => isAnswer({ head }) || isEntry(head);
  let said: { readonly address: string | null; readonly entry: EntryHint } | null = null;
  for await (const record of readRecords(stream, { from, wants })) {
    const { place } = record;
    if (record.kind === 'broken') {
      const leftOut = record.why === 'too_large' ? 'too_large' : 'damaged';
      const fault = `the record at byte ${place.at} cannot be read (${record.why})`;
      yield { place, page: null, leftOut, fault };
      continue;
    }
    if (isEntry(record.head)) {
      said = { address: canonicalAddress(record.head.target ?? ''), entry: entryIn(record) };
      yield { place, page: null, leftOut: 'not_an_answer' };
      continue;
    }
    const page = await archivedPage(record);
    if (typeof page === 'string') yield { place, page: null, leftOut: page };
    else {
      const hint = said?.address === page.address ? said.entry : {};
      yield {
        place,
        page: { ...page, entry: { timeZone, ...hint } },
        leftOut: null,
        isJoined: said !== null,
      };
    }
    said = null;
  }
}

function isEntry({ type, contentType }: WarcRecord['head']): boolean {
  return type === 'metadata' && contentType === ENTRY_TYPE;
}

function entryIn({ block }: WarcRecord): EntryHint {
  try {
    return entrySchema.parse(JSON.parse(block?.toString() ?? '{}')) as EntryHint;
  } catch {
    return {};
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
