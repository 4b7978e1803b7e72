import type { CaptureHead, CaptureOrigin, Queryable } from '@nashra/db';
import { cleanLine } from '@nashra/text';
import { sql } from 'kysely';

/** Bytes of an address that were kept: all that a reading of them depends on. */
export interface Capture {
  readonly addressId: number;
  readonly id: number;
  readonly blobSha256: string;
  readonly origin: CaptureOrigin;
  /** What the page's links are relative to. */
  readonly finalAddress: string;
  readonly contentType: string | null;
  /** What «today» on the page means. */
  readonly capturedAt: Date;
  readonly head: CaptureHead | null;
}

export interface NewCapture {
  readonly addressId: number;
  readonly blobSha256: string;
  readonly origin: CaptureOrigin;
  readonly finalAddress: string;
  readonly head: CaptureHead;
  /** The database's now when absent. */
  readonly capturedAt?: Date | undefined;
}

/** The fields of an answer's head that a later reading may need; the rest is the exchange's own affair. */
const KEPT_FIELDS = [
  'age',
  'cache-control',
  'content-type',
  'content-language',
  'content-location',
  'content-usage',
  'expires',
  'last-modified',
  'link',
  'tdm-policy',
  'tdm-reservation',
  'x-robots-tag',
] as const;
const FIELD_LENGTH = 1_024;

/** Keeps one body of one address; the bytes lie in the blob store already. Returns the capture's id. */
export async function keep(db: Queryable, capture: NewCapture): Promise<number> {
  const [id] = (await keepAll(db, [capture])).values();
  if (id === undefined) throw new Error('the capture was not kept');
  return id;
}

/** The same for bodies of several addresses; the captures' ids by address. */
export async function keepAll(
  db: Queryable,
  captures: readonly NewCapture[],
): Promise<Map<number, number>> {
  if (captures.length === 0) return new Map();
  const rows = await db
    .insertInto('capture')
    .values(captures.map(rowOf))
    .returning(['address_id', 'id'])
    .execute();
  return new Map(rows.map((row) => [row.address_id, row.id]));
}

/** A capture as its row, every text of it clean. */
export function rowOf(capture: NewCapture) {
  const { status, headers = {} } = capture.head;
  const kept = KEPT_FIELDS.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, lineOf(value, FIELD_LENGTH)]];
  });
  const type = headers['content-type'];
  return {
    address_id: capture.addressId,
    blob_sha256: Buffer.from(capture.blobSha256, 'hex'),
    origin: capture.origin,
    final_address: lineOf(capture.finalAddress, 4_096),
    content_type: type === undefined ? null : lineOf(type, FIELD_LENGTH),
    head: JSON.stringify({ ...(status && { status }), headers: Object.fromEntries(kept) }),
    captured_at: capture.capturedAt ?? sql<Date>`now()`,
  };
}

/** Fields and addresses of archives may hold any byte. */
const lineOf = (text: string, most: number) => cleanLine(text.slice(0, most));

export interface Compared {
  readonly addressId: number;
  readonly captureId: number;
  readonly otherId: number;
}

/** Of these pairs of captures those that kept the same bytes, by `captureId`. One that is gone is like none. */
export async function ofSameBytes(db: Queryable, pairs: readonly Compared[]): Promise<Set<number>> {
  if (pairs.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    select c.id from json_to_recordset(${JSON.stringify(pairs)}::json)
      as pair("addressId" bigint, "captureId" bigint, "otherId" bigint)
    join nashra.capture c on c.address_id = pair."addressId" and c.id = pair."captureId"
    join nashra.capture o on o.address_id = pair."addressId" and o.id = pair."otherId"
    where c.blob_sha256 = o.blob_sha256`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** The named captures, by their ids. */
export async function readCaptures(
  db: Queryable,
  of: readonly { readonly addressId: number; readonly captureId: number }[],
): Promise<Map<number, Capture>> {
  if (of.length === 0) return new Map();
  const addressIds = of.map((it) => it.addressId);
  const ids = of.map((it) => it.captureId);
  const rows = await db
    .selectFrom('capture')
    .select([
      'address_id as addressId',
      'id',
      'blob_sha256',
      'origin',
      'head',
      'final_address as finalAddress',
      'content_type as contentType',
      'captured_at as capturedAt',
    ])
    .where(
      sql<boolean>`(address_id, id) in (select * from unnest(${addressIds}::bigint[], ${ids}::bigint[]))`,
    )
    .execute();
  return new Map(
    rows.map(({ blob_sha256, ...row }) => [
      row.id,
      { ...row, blobSha256: blob_sha256.toString('hex') },
    ]),
  );
}
