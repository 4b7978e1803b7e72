import { readCaptures } from '@nashra/captures';
import { findAddresses } from '@nashra/ledger';
import { cutText, decode } from '@nashra/text';
import { openKept } from './kept-page.ts';
import type { ReadingStores } from './preview.ts';
import { recallMemory } from './publisher-memory.ts';
import { readPage } from './read-page.ts';

/** A kept page, and beside it what the extractor of now makes of it. */
export interface PageView {
  readonly url: string;
  readonly capturedAt: string;
  readonly origin: string;
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, decoded, its first million characters: strangers' markup. */
  readonly source: string;
  readonly read: {
    readonly isArticle: boolean;
    readonly kind: string;
    readonly title: string;
    readonly authors: readonly string[];
    readonly published: string | null;
    readonly language: string | null;
    readonly image: string | null;
    readonly body: string;
    readonly words: number;
    readonly sureness: Readonly<Record<string, number>>;
    readonly evidence: Readonly<Record<string, unknown>>;
    readonly warnings: readonly string[];
    readonly extractor: string;
  };
}

const MOST_SOURCE = 1_000_000;
const MOST_BODY = 100_000;

/** Reads the kept bytes of an address; null where none are kept. */
export async function viewPage(stores: ReadingStores, id: number): Promise<PageView | null> {
  const { db, frame = (reading) => reading() } = stores;
  const [row] = await findAddresses(db, { ids: [id] });
  if (!row || row.captureId === null) return null;
  const { captureId } = row;
  const captures = await readCaptures(db, [{ addressId: id, captureId }]);
  const capture = captures.get(captureId);
  const page = await openKept(stores, { address: { ...row, addressId: id }, captureId, capture });
  const { bytes, contentType } = page;
  if (bytes === null) return null;
  const memory = await recallMemory(db, row.publisherId);
  const it = frame(() => readPage(page, bytes, { memory }));
  const { text } = decode(bytes, { kind: 'html', ...(contentType && { contentType }) });
  return {
    url: page.url,
    capturedAt: page.capturedAt.toISOString(),
    origin: page.origin,
    bytes: bytes.length,
    headers: page.headers,
    source: cutText(text, MOST_SOURCE),
    read: {
      isArticle: it.isArticle,
      kind: it.kind,
      title: it.title,
      authors: it.authors,
      published: it.published && `${it.published.instant} (${it.published.precision})`,
      language: it.language,
      image: it.leadImage?.url ?? null,
      body: cutText(it.body, MOST_BODY),
      words: it.wordCount,
      sureness: { ...it.sureness },
      evidence: { ...it.evidence },
      warnings: it.warnings,
      extractor: it.extractorVersion,
    },
  };
}
