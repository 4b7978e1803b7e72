import { type Act, record } from '@nashra/audit';
import type { Queryable, TakedownKind } from '@nashra/db';
import { sql } from 'kysely';
import { removeArticle, restoreArticle, TakedownError } from './take-down.ts';

/** Whose articles are shown no more and never taken in again. */
export interface Takedown {
  readonly id: number;
  readonly kind: TakedownKind;
  readonly publisherId: number | null;
  /** Of an author, as somebody wrote it. */
  readonly name: string | null;
  readonly actor: string;
  readonly reason: string;
  readonly madeAt: Date;
  readonly liftedAt: Date | null;
  /** Articles that are down by it. */
  readonly articles: number;
}

export type TakedownOrder =
  | { readonly kind: 'author'; readonly name: string; readonly publisherId: number | null }
  | { readonly kind: 'publisher'; readonly publisherId: number };

const MOST = 500;

/**
 * Takes all articles of an author or a publisher down, now and to come. What is there goes with the next steps of
 * housekeeping; what comes is refused by parse.
 *
 * @throws TakedownError for a name that says nothing, a want of a reason, or what is down already
 */
export async function takeDown(db: Queryable, order: TakedownOrder, act: Act): Promise<number> {
  const reason = act.reason?.trim();
  if (!reason) throw new TakedownError('Why? A takedown needs a reason, for the audit.');
  const name = order.kind === 'author' ? order.name.trim() : null;
  if (name === '') throw new TakedownError('Whose? The name is empty.');
  return await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into nashra.takedown (kind, publisher_id, name, key, actor, reason)
      values (${order.kind}, ${order.publisherId}, ${name}, reader.shelf_key(${name}::text), ${act.actor.slice(0, 200)},
        ${reason.slice(0, 2_000)})
      on conflict do nothing returning id`.execute(tx);
    const id = rows[0]?.id;
    if (id === undefined) throw new TakedownError('That is down already.');
    await record(tx, act, {
      action: 'takedown.add',
      subject: `takedown ${id}`,
      detail: { kind: order.kind, name, publisherId: order.publisherId },
    });
    return id;
  });
}

/** Lifts a takedown: what went down with it comes back with the next steps of housekeeping. @throws TakedownError */
export async function liftTakedown(db: Queryable, id: number, act: Act): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('takedown')
      .set({ lifted_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw new TakedownError(`There is no takedown ${id} that stands.`);
    await record(tx, act, { action: 'takedown.lift', subject: `takedown ${id}` });
  });
}

/** The latest first, lifted ones too. */
export async function listTakedowns(db: Queryable): Promise<Takedown[]> {
  const { rows } = await sql<Takedown>`
    select t.id, t.kind, t.publisher_id as "publisherId", t.name, t.actor, t.reason,
      t.made_at as "madeAt", t.lifted_at as "liftedAt",
      (select count(*)::int from nashra.article a where a.takedown_id = t.id) as articles
    from nashra.takedown t order by t.id desc limit ${MOST}`.execute(db);
  return rows;
}

/** Of these pages those that are not to be taken in. */
export async function takenDown(
  tx: Queryable,
  pages: readonly {
    readonly addressId: number;
    readonly publisherId: number;
    readonly authors: readonly string[];
  }[],
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct page.id from json_to_recordset(${JSON.stringify(
      pages.map(({ addressId: id, publisherId: publisher, authors }) => ({
        id,
        publisher,
        authors,
      })),
    )}::json) as page(id bigint, publisher integer, authors text[])
    join nashra.takedown t on t.lifted_at is null and coalesce(t.publisher_id, page.publisher) = page.publisher
      and (t.kind = 'publisher' or t.key in (select reader.shelf_key(author) from unnest(page.authors) as author))`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes down what a takedown says and shows again what a lifted one took, so many at a time; how many. */
export async function sweepTakedowns(tx: Queryable, limit: number): Promise<number> {
  const { rows } = await sql<Due>`
    (select s.article_id as "articleId", t.id, t.actor, t.reason, true as down
     from nashra.takedown t join nashra.shelf s on s.kind = 'author' and s.key = t.key
     join nashra.article a on a.id = s.article_id and coalesce(t.publisher_id, a.publisher_id) = a.publisher_id
     where t.lifted_at is null and t.kind = 'author' and a.removed_at is null limit ${limit})
    union all
    (select a.id, t.id, t.actor, t.reason, true from nashra.takedown t
     join nashra.article a on a.publisher_id = t.publisher_id
     where t.lifted_at is null and t.kind = 'publisher' and a.removed_at is null and a.revision > 0 limit ${limit})
    union all
    (select a.id, t.id, t.actor, t.reason, false from nashra.takedown t
     join nashra.article a on a.takedown_id = t.id where t.lifted_at is not null limit ${limit})`.execute(
    tx,
  );
  // An article may be down for several: each stands by itself.
  const due = new Map(rows.map((row) => [row.articleId, row]));
  for (const row of due.values()) await carryOut(tx, row);
  return due.size;
}

interface Due {
  readonly articleId: number;
  readonly id: number;
  readonly actor: string;
  readonly reason: string;
  readonly down: boolean;
}

async function carryOut(tx: Queryable, { articleId, id, actor, reason, down }: Due): Promise<void> {
  const turn = down ? removeArticle : restoreArticle;
  try {
    await turn(tx, { actor, reason: `takedown ${id}: ${reason}` }, articleId);
  } catch (error) {
    // Somebody was quicker; nothing was written.
    if (!(error instanceof TakedownError)) throw error;
  }
  await tx
    .updateTable('article')
    .set({ takedown_id: down ? id : null })
    .where('id', '=', articleId)
    .execute();
}
