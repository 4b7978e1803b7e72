import type { BlobStore } from '@nashra/blobs';
import { type Capture, readBody } from '@nashra/captures';
import type { AddressKind, CaptureOrigin, Db, EntryHint, EntryRule } from '@nashra/db';
import type { Publisher } from '@nashra/sources';

/** An address with its kept bytes, and all that reading them depends on. */
export interface KeptPage {
  readonly addressId: number;
  readonly kind: AddressKind;
  /** Where the bytes came from in the end. */
  readonly url: string;
  readonly contentType: string | undefined;
  /** By which door they came. */
  readonly origin: CaptureOrigin;
  /** Of the answer, by lower-case name, as far as they were kept. */
  readonly headers: Readonly<Record<string, string>>;
  readonly captureId: number;
  /** What «today» on the page means. */
  readonly capturedAt: Date;
  readonly entry: EntryHint | null;
  readonly publisher: {
    readonly id: number;
    readonly name: string;
    readonly timeZone: string;
    readonly language: string | null;
    /** Which entries of its feeds are wanted. */
    readonly rules?: readonly EntryRule[] | null;
  };
  /** Null when the store has lost them. */
  readonly bytes: Buffer | null;
}

export interface Stores {
  readonly db: Db;
  readonly blobs: BlobStore;
  /** Throws for one who is not there. */
  readonly readPublisher: (id: number) => Promise<Publisher>;
}

/** What is to be read, as the ledger and its captures have it. */
export interface ToRead {
  readonly address: {
    readonly addressId: number;
    readonly address: string;
    readonly kind: AddressKind;
    readonly publisherId: number;
    readonly entry: EntryHint | null;
  };
  readonly captureId: number;
  readonly capture: Capture | undefined;
}

/** Kept bytes with what is known of them, ready to be read. */
export async function openKept(
  { blobs, readPublisher }: Omit<Stores, 'db'>,
  { address, captureId, capture }: ToRead,
): Promise<KeptPage> {
  const { addressId, kind, entry } = address;
  const publisher = await readPublisher(address.publisherId);
  const body = capture ? await readBody(blobs, capture) : null;
  const { id, name, timeZone, language, rules } = publisher;
  return {
    addressId,
    kind,
    url: capture?.finalAddress ?? address.address,
    contentType: body?.contentType ?? undefined,
    origin: capture?.origin ?? 'http',
    headers: capture?.head?.headers ?? {},
    captureId,
    capturedAt: capture?.capturedAt ?? new Date(),
    entry,
    publisher: { id, name, timeZone: entry?.timeZone ?? timeZone, language, rules },
    bytes: body?.bytes ?? null,
  };
}
