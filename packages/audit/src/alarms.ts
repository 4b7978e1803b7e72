import type { Queryable } from '@nashra/db';
import { cleanLine, cleanText } from '@nashra/text';
import { sql } from 'kysely';

/** Something that operators are told of. */
export interface Alarm {
  /** The same while it lasts. */
  readonly key: string;
  /** In words. */
  readonly what: string;
}

export interface TakenAlarm extends Alarm {
  readonly since: Date;
}

/** What is to be told now, by whoever took it: nobody else will. */
export interface Telling {
  readonly begun: readonly TakenAlarm[];
  readonly over: readonly TakenAlarm[];
}

const LIMIT = { key: 300, what: 1_000 } as const;

/** Notes what is so now. */
export async function noteAlarms(db: Queryable, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return;
  const rows = new Map(
    alarms.map(({ key, what }) => [
      cleanLine(key.slice(0, LIMIT.key)),
      cleanText(what.slice(0, LIMIT.what)),
    ]),
  );
  await sql`
    insert into nashra.alarm (key, what) select * from unnest(${[...rows.keys()]}::text[], ${[...rows.values()]}::text[])
    on conflict (key) do update set seen_at = now(), what = excluded.what, over_at = null`.execute(
    db,
  );
}

/**
 * Takes what nobody was told of yet, once for all who ask: of what is so now only these keys, and what was told and has not
 * been so for `overMs`. What was over before anybody was told is forgotten.
 * @param overKinds first words of the keys whose end is told; null for all
 */
export async function takeAlarms(
  db: Queryable,
  keys: readonly string[],
  overMs: number,
  overKinds: readonly string[] | null = null,
): Promise<Telling> {
  const past = sql`seen_at < now() - make_interval(secs => ${overMs / 1_000}::float8)`;
  const isOfKind = overKinds
    ? sql`split_part(key, ' ', 1) = any (${overKinds}::text[])`
    : sql`true`;
  await sql`delete from nashra.alarm where told_at is null and ${past}`.execute(db);
  const { rows: begun } = await sql<TakenAlarm>`
    update nashra.alarm set told_at = now() where told_at is null and key = any (${keys.map((it) => it.slice(0, LIMIT.key))}::text[])
    returning key, what, since`.execute(db);
  const { rows: over } = await sql<TakenAlarm>`
    update nashra.alarm set over_at = now() where told_at is not null and over_at is null and ${past} and ${isOfKind}
    returning key, what, since`.execute(db);
  return { begun, over };
}

/** What was taken has been told; or could not be, and is to be taken again. */
export async function settleAlarms(
  db: Queryable,
  { begun, over }: Telling,
  isTold: boolean,
): Promise<void> {
  const keysOf = (alarms: readonly Alarm[]) => sql`any (${alarms.map(({ key }) => key)}::text[])`;
  if (isTold) {
    await sql`delete from nashra.alarm where over_at is not null and key = ${keysOf(over)}`.execute(
      db,
    );
    return;
  }
  await sql`update nashra.alarm set told_at = null where key = ${keysOf(begun)}`.execute(db);
  await sql`update nashra.alarm set over_at = null where key = ${keysOf(over)}`.execute(db);
}
