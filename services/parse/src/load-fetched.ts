import { currentRevisions } from '@nashra/articles';
import { type Capture, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
import { EXTRACTOR_VERSION } from '@nashra/extract';
import { type InFlight, inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';

/** Fetched addresses with what was kept of them, in the order of the ids; null for those that have moved on. */
export async function findFetched(
  { db }: { readonly db: Db },
  ids: readonly number[],
): Promise<readonly (Found | null)[]> {
  const addresses = await inFlightOf(db, ids, stageOf('parse').takes);
  const kept = [...addresses.values()].flatMap(({ addressId, captureId }) =>
    captureId === null ? [] : [{ addressId, captureId }],
  );
  const captures = await readCaptures(db, kept);
  const known = await knownOf(db, [...addresses.values()], captures);
  return ids.map((id) => {
    const address = addresses.get(id);
    if (!address || address.captureId === null) return null;
    const { captureId } = address;
    return { address, captureId, capture: captures.get(captureId), isKnown: known.has(id) };
  });
}

/** Of these addresses those whose very bytes this very extractor has read: only what has an article of its own can be known. */
async function knownOf(
  db: Db,
  addresses: readonly InFlight[],
  captures: ReadonlyMap<number, Capture>,
): Promise<ReadonlySet<number>> {
  const current = await currentRevisions(
    db,
    addresses.flatMap(({ articleId }) => articleId ?? []),
  );
  const read = addresses.flatMap(({ addressId, captureId, articleId }) => {
    const it = current.get(articleId ?? 0);
    const capture = captures.get(captureId ?? 0);
    return capture && it?.extractorVersion === EXTRACTOR_VERSION
      ? [{ addressId, captureId: it.captureId, capture }]
      : [];
  });
  const others = read.filter(({ captureId, capture }) => captureId !== capture.id);
  const before = new Map([...captures, ...(await readCaptures(db, others))]);
  return new Set(
    read.flatMap(({ addressId, captureId, capture }) =>
      before.get(captureId)?.blobSha256 === capture.blobSha256 ? [addressId] : [],
    ),
  );
}

export interface Found {
  readonly address: InFlight;
  readonly captureId: number;
  readonly capture: Capture | undefined;
  /** True when these very bytes were read by this very extractor: they cannot say anything new. */
  readonly isKnown: boolean;
}
