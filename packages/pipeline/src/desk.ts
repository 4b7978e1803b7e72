import {
  type DeskCase,
  listCases,
  listUnsure,
  TakedownError,
  takeDown,
  type Unsure,
} from '@nashra/articles';
import type { Act } from '@nashra/audit';
import { readCaptures } from '@nashra/captures';
import type { Db, Queryable } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import { findPublisher, NoSuchSourceError, setSourceState } from '@nashra/sources';

/** A question for a person, with where to look. */
export type UnsureField = Unsure & { readonly address: string };

/** Fields of the latest articles that the extractor is not sure of, the least sure first. */
export async function unsureFields(db: Queryable, limit: number): Promise<UnsureField[]> {
  const found = await listUnsure(db, limit);
  const addresses = await addressesOf(db, found);
  return found.map((it) => ({ ...it, address: addresses.get(it.addressId) ?? '' }));
}

/** An answer with the bytes it is about, as tests read it. */
export type ExportedCase = DeskCase & {
  readonly address: string;
  /** Of the body as it lies in the blob store; null where it is gone. */
  readonly sha256: string | null;
  readonly contentType: string | null;
};

/** What people have answered, the oldest first. */
export async function exportedCases(db: Queryable, limit: number): Promise<ExportedCase[]> {
  const cases = await listCases(db, limit);
  const [addresses, captures] = [await addressesOf(db, cases), await readCaptures(db, cases)];
  return cases.map((it) => {
    const capture = captures.get(it.captureId);
    return {
      ...it,
      address: addresses.get(it.addressId) ?? '',
      sha256: capture?.blobSha256 ?? null,
      contentType: capture?.contentType ?? null,
    };
  });
}

/** Whom to take down: an author, at one publisher or wherever he writes, or a publisher. */
export type TakedownWish =
  | { readonly author: string; readonly publisher?: string | undefined }
  | { readonly author?: undefined; readonly publisher: string };

/**
 * Takes an author's or a publisher's articles down, now and to come; a publisher is asked for nothing more.
 *
 * @throws TakedownError, NoSuchSourceError
 */
export async function takeDownAll(db: Db, wish: TakedownWish, act: Act): Promise<number> {
  const slug = wish.publisher;
  if (wish.author === undefined && slug === '')
    throw new TakedownError('Whom? Name an author, a publisher, or both.');
  const publisher = slug === undefined ? undefined : await findPublisher(db, slug);
  if (slug !== undefined && !publisher) throw new NoSuchSourceError(slug);
  if (wish.author !== undefined) {
    const order = {
      kind: 'author',
      name: wish.author,
      publisherId: publisher?.id ?? null,
    } as const;
    return await takeDown(db, order, act);
  }
  const id = await takeDown(db, { kind: 'publisher', publisherId: publisher?.id ?? 0 }, act);
  await setSourceState(db, wish.publisher, 'paused', act);
  return id;
}

async function addressesOf(
  db: Queryable,
  of: readonly { readonly addressId: number }[],
): Promise<Map<number, string>> {
  if (of.length === 0) return new Map();
  const found = await findAddresses(db, { ids: of.map(({ addressId }) => addressId) });
  return new Map(found.map(({ id, address }) => [id, address]));
}
