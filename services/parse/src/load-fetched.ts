import { type CurrentRevision, currentRevisions } from '@nashra/articles';
import { type Capture, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
import { EXTRACTOR_VERSION } from '@nashra/extract';
import { type InFlight, inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';

/** A fetched address, its bytes not opened yet. */
export interface Found {
  readonly address: InFlight;
  readonly captureId: number;
  readonly capture: Capture | undefined;
  /** Hash of what its own article said a moment ago; null where it has none, or none that others are found by. */
  readonly says: string | null;
  /** True when these very bytes were read by this very extractor: they cannot say anything else. */
  readonly isKnown: boolean;
}

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
  const own = await ownRevisions(db, [...addresses.values()]);
  const known = await knownOf(db, own, captures, kept);
  return ids.map((id) => {
    const address = addresses.get(id);
    if (!address || address.captureId === null) return null;
    const { captureId } = address;
    const it = own.get(id);
    const says = it?.isSigned ? it.contentHash : null;
    return { address, captureId, capture: captures.get(captureId), says, isKnown: known.has(id) };
  });
}

/** What the articles of these addresses say, by address; a copy's address carries another's. */
async function ownRevisions(
  db: Db,
  addresses: readonly InFlight[],
): Promise<ReadonlyMap<number, CurrentRevision>> {
  const current = await currentRevisions(
    db,
    addresses.flatMap(({ articleId }) => articleId ?? []),
  );
  return new Map(
    addresses.flatMap(({ addressId, articleId }) => {
      const it = current.get(articleId ?? 0);
      return it?.addressId === addressId ? [[addressId, it] as const] : [];
    }),
  );
}

/** Of these addresses those whose very bytes this very extractor has read. */
async function knownOf(
  db: Db,
  own: ReadonlyMap<number, CurrentRevision>,
  captures: ReadonlyMap<number, Capture>,
  kept: readonly { readonly addressId: number; readonly captureId: number }[],
): Promise<ReadonlySet<number>> {
  const read = kept.flatMap(({ addressId, captureId }) => {
    const capture = captures.get(captureId);
    const it = own.get(addressId);
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
