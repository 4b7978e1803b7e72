import { loadDraft } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import type { Subject } from './ports.ts';

/** The draft of an address that waits to be recognised; null when it has moved on. */
export async function loadSubject(db: Db, addressId: number): Promise<Subject | null> {
  const rows = await inFlightOf(db, [addressId], stageOf('dedupe').takes);
  const row = rows.get(addressId);
  const draft = row && (await loadDraft(db, addressId));
  if (!draft) return null;
  const { address, publisherId, guidKey } = row;
  return { addressId, address, publisherId, guidKey, draft };
}
