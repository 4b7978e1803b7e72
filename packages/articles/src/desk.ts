import { type Act, record } from '@nashra/audit';
import type { DeskField, Queryable } from '@nashra/db';
import { cleanText, cutText } from '@nashra/text';
import { sql } from 'kysely';

/** A field of an article that the extractor is not sure of. */
export interface Unsure {
  readonly articleId: number;
  readonly addressId: number;
  readonly field: DeskField;
  /** 0 to 1. */
  readonly sureness: number;
  /** What was read; of a body its beginning. */
  readonly said: string;
}

/** What a person said of one, as a case that tests keep. */
export interface DeskCase {
  readonly articleId: number;
  readonly addressId: number;
  /** The kept body it was read from. */
  readonly captureId: number;
  readonly field: DeskField;
  readonly said: string;
  /** Empty where the page says nothing of the kind. */
  readonly right: string;
  readonly actor: string;
  readonly at: Date;
}

export class DeskError extends Error {
  override name = 'DeskError';
  readonly code = 'DESK_UNFIT';
}

export const DESK_FIELDS: readonly DeskField[] = ['title', 'body', 'authors', 'date'];
/** Of so many of the latest articles the least sure fields are shown. */
const LOOKED_AT = 2_000;
const UNSURE = 0.5;
const SHOWN = 400;
const LONGEST = 100_000;

const SAID = sql`case f.field when 'title' then c.title when 'authors' then array_to_string(c.authors, ', ')
  when 'body' then c.body else coalesce(c.published_at::text, '') end`;

/** The least sure first; what a person has answered is no question any more. */
export async function listUnsure(db: Queryable, limit: number): Promise<Unsure[]> {
  const { rows } = await sql<Unsure>`
    with latest as materialized (
      select a.id, a.address_id, a.content_id from nashra.article a
      where a.content_id is not null order by a.id desc limit ${LOOKED_AT}
    )
    select a.id as "articleId", a.address_id as "addressId", f.field,
      (c.facts->'sureness'->>f.field)::float8 as sureness, left(${SAID}, ${SHOWN}) as said
    from latest a join nashra.content c on c.id = a.content_id
    cross join unnest(${[...DESK_FIELDS]}::text[]) as f(field)
    where (c.facts->'sureness'->>f.field)::float8 between 0.000001 and ${UNSURE}
      and not exists (select from nashra.desk_case k where k.article_id = a.id and k.field = f.field)
    order by sureness, a.id limit ${limit}`.execute(db);
  return rows;
}

/**
 * Notes what a page says of a field, as a person reads it; without `right`, that what was read is right. A later answer
 * takes the place of the one before.
 *
 * @throws DeskError where there is no such article
 */
export async function answerUnsure(
  db: Queryable,
  answer: {
    readonly articleId: number;
    readonly field: DeskField;
    readonly right?: string | undefined;
  },
  act: Act,
): Promise<void> {
  const { articleId, field } = answer;
  const right = answer.right === undefined ? null : cleanText(cutText(answer.right, LONGEST));
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ said: string; right: string }>`
      insert into nashra.desk_case (article_id, address_id, capture_id, field, said, is_right, actor)
      select a.id, a.address_id, c.capture_id, f.field, ${SAID}, coalesce(${right}::text, ${SAID}), ${act.actor.slice(0, 200)}
      from nashra.article a join nashra.content c on c.id = a.content_id
      cross join (select ${field}::text as field) f where a.id = ${articleId}
      on conflict (article_id, field) do update set said = excluded.said, is_right = excluded.is_right,
        actor = excluded.actor, capture_id = excluded.capture_id, made_at = now()
      returning left(said, ${SHOWN}) as said, left(is_right, ${SHOWN}) as right`.execute(tx);
    const [row] = rows;
    if (!row) throw new DeskError(`There is no article ${articleId} that is shown.`);
    const detail = { field, before: row.said, after: row.right };
    await record(tx, act, { action: 'desk.answer', subject: `article ${articleId}`, detail });
  });
}

/** The cases, the oldest first. */
export async function listCases(db: Queryable, limit: number): Promise<DeskCase[]> {
  const { rows } = await sql<DeskCase>`
    select k.article_id as "articleId", k.address_id as "addressId", k.capture_id as "captureId",
      k.field, k.said, k.is_right as right, k.actor, k.made_at as at
    from nashra.desk_case k order by k.id limit ${limit}`.execute(db);
  return rows;
}
