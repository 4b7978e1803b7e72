import { currentRevisions } from '@nashra/articles';
import type { BlobStore } from '@nashra/blobs';
import { type Capture, readBody, readCaptures } from '@nashra/captures';
import type { Db, EntryHint } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import type { ReaderArticle } from '@nashra/reader';
import { newRecordId, writeAnswer, writeRecord } from '@nashra/warc';
import type { Written } from './sinks.ts';

/** What our exports say beside a page: an `EntryHint` as JSON. */
export const ENTRY_TYPE = 'application/vnd.nashra.entry+json';

/** Writes articles as the pages they were read from: one response an article, and what its feed said of it before that. */
export class PageWriter {
  readonly #db: Db;
  readonly #open: () => Promise<BlobStore>;
  readonly #own: boolean;
  #blobs: BlobStore | undefined;
  /** Articles without a page that may be given away. */
  leftOut = 0;

  /** @param own whether it is for the operator himself, who may keep what others are not shown */
  constructor(db: Db, open: () => Promise<BlobStore>, own = false) {
    this.#own = own;
    this.#db = db;
    this.#open = open;
  }

  async write(articles: readonly ReaderArticle[], isFirst: boolean): Promise<Written> {
    this.#blobs ??= await this.#open();
    const shown = articles.filter(({ display }) => this.#own || display === 'full');
    const kept = await this.#find(shown);
    const pages = [];
    for (const { id, timeZone } of shown) {
      const { capture, entry } = kept.get(id) ?? {};
      const body = capture && (await readBody(this.#blobs, capture));
      if (capture && body) pages.push(pageOf(capture, body, { ...entry, timeZone }));
    }
    this.leftOut += articles.length - pages.length;
    return { bytes: Buffer.concat([...(isFirst ? [infoOf()] : []), ...pages]), rows: pages.length };
  }

  async #find(
    articles: readonly ReaderArticle[],
  ): Promise<Map<number, { capture: Capture | undefined; entry: EntryHint | null | undefined }>> {
    const ids = articles.map(({ id }) => id);
    const current = [...(await currentRevisions(this.#db, ids)).values()];
    const captures = await readCaptures(this.#db, current);
    const addresses = await findAddresses(this.#db, { ids: current.map((it) => it.addressId) });
    const entries = new Map(addresses.map(({ id, entry }) => [id, entry]));
    return new Map(
      current.map(({ articleId, captureId, addressId }) => [
        articleId,
        { capture: captures.get(captureId), entry: entries.get(addressId) },
      ]),
    );
  }
}

function infoOf(): Buffer {
  const block = Buffer.from('software: Nashra\r\nformat: WARC File Format 1.1\r\n');
  const date = new Date();
  return writeRecord({ type: 'warcinfo', date, contentType: 'application/warc-fields', block });
}

function pageOf(
  { finalAddress, capturedAt, head, blobSha256 }: Capture,
  { bytes, contentType }: { readonly bytes: Buffer; readonly contentType: string | null },
  entry: EntryHint,
): Buffer {
  const id = newRecordId();
  const about = { target: finalAddress, date: capturedAt };
  const headers = {
    ...(contentType !== null && { 'content-type': contentType }),
    ...head?.headers,
  };
  const beside = writeRecord({
    ...about,
    type: 'metadata',
    contentType: ENTRY_TYPE,
    block: Buffer.from(JSON.stringify(entry)),
    fields: { 'WARC-Concurrent-To': `<${id}>` },
  });
  const page = writeRecord({
    ...about,
    id,
    type: 'response',
    contentType: 'application/http; msgtype=response',
    block: writeAnswer(head?.status ?? 200, headers, bytes),
    fields: { 'WARC-Payload-Digest': `sha256:${blobSha256}` },
  });
  return Buffer.concat([beside, page]);
}
