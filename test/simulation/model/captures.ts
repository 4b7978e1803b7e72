import type { Capture, NewCapture } from '@nashra/captures';
import { verb } from './db.ts';
import type { CaptureRow } from './rows.ts';

export const keepAll = verb('keepAll', (tx, captures: readonly NewCapture[]) => {
  const kept = new Map<number, number>();
  for (const it of captures) {
    const id = tx.store.nextId();
    const { status, headers = {} } = it.head;
    const row: CaptureRow = {
      id,
      addressId: it.addressId,
      blobSha256: it.blobSha256,
      origin: it.origin,
      finalAddress: it.finalAddress,
      contentType: headers['content-type'] ?? null,
      headers,
      status,
      capturedAt: it.capturedAt?.getTime() ?? tx.now,
    };
    tx.put('capture', id, row);
    kept.set(it.addressId, id);
  }
  return kept;
});

type Named = readonly { readonly addressId: number; readonly captureId: number }[];

export const readCaptures = verb('readCaptures', (tx, of: Named) => {
  const found = new Map<number, Capture>();
  for (const { addressId, captureId } of of) {
    const row = tx.get<CaptureRow>('capture', captureId);
    if (row?.addressId !== addressId) continue;
    const { headers, status, capturedAt, ...rest } = row;
    const head = { ...(status === undefined ? {} : { status }), headers };
    found.set(captureId, { ...rest, head, capturedAt: new Date(capturedAt) });
  }
  return found;
});

export const logFetches = verb('logFetches', () => {});
export const record = verb('record', () => {});
