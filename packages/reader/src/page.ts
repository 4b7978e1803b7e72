import { type RawBuilder, sql } from 'kysely';

/** Some rows of a listing, and where it goes on. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it as `after` to read on; null at the end. */
  readonly next: string | null;
}

export interface PageOptions {
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** 1 to 500; 50 where nothing is said. */
  readonly limit?: number | undefined;
}

/** A cursor that no page of ours gave. */
export class CursorError extends Error {
  override name = 'CursorError';
  readonly code = 'READER_CURSOR';
}

const MOST = 500;
const USUAL = 50;

export function limitOf({ limit = USUAL }: PageOptions): number {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit is a number from 1');
  return Math.min(limit, MOST);
}

/** A place in what is ordered by an instant and an id, both descending. */
export interface Place {
  /** Microseconds since 1970: what Postgres keeps, and a Date does not. */
  readonly micros: number;
  /** What tells rows of one instant apart. */
  readonly tie: number;
}

/** @throws CursorError */
export function placeOf(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  const parts = /^(-?[0-9a-z]{1,11})\.([0-9a-z]{1,11})$/.exec(after)?.slice(1) ?? [];
  const [micros = Number.NaN, tie = Number.NaN] = parts.map((part) => Number.parseInt(part, 36));
  if (!Number.isSafeInteger(micros) || !Number.isSafeInteger(tie))
    throw new CursorError('That is no cursor of this listing.');
  return { micros, tie };
}

export const cursorOf = ({ micros, tie }: Place): string =>
  `${micros.toString(36)}.${tie.toString(36)}`;

/** `rows` are one more than asked for where there are more. */
export function pageOf<Row extends Place, T>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isLast = rows.length <= limit || !last;
  return {
    items: shown.map(itemOf),
    next: isLast ? null : cursorOf(last),
  };
}

export const microsOf = (column: RawBuilder<Date>): RawBuilder<number> =>
  sql<number>`(extract(epoch from ${column}) * 1000000)::bigint`;

export const instantAt = (micros: number): RawBuilder<Date> =>
  sql<Date>`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`;
