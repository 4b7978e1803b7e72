import { type Capture, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
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
  return ids.map((id) => {
    const address = addresses.get(id);
    if (!address || address.captureId === null) return null;
    return { address, captureId: address.captureId, capture: captures.get(address.captureId) };
  });
}

export interface Found {
  readonly address: InFlight;
  readonly captureId: number;
  readonly capture: Capture | undefined;
}
