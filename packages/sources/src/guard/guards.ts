import { type Act, record } from '@nashra/audit';
import type { GuardState, GuardTold, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { NoSuchSourceError } from '../find-source.ts';

/** A publisher whose pages are not what they were, or whom somebody turned off or held. */
export interface Guard {
  readonly publisherId: number;
  readonly publisher: string;
  readonly name: string;
  readonly state: GuardState;
  readonly told: GuardTold | null;
  readonly toldAt: Date | null;
  /** When the first page like that came. */
  readonly since: Date | null;
}

const MOST = 500;
/** What was only told, and holds nothing, is news for so many days. */
const NEWS_DAYS = 3;

/** Guards that hold, are off, or told something of late; those that hold first. */
export async function listGuards(db: Queryable): Promise<Guard[]> {
  return await guards(db)
    .where((eb) =>
      eb.or([
        eb('guard.state', '<>', 'watching'),
        eb('guard.told_at', '>', sql<Date>`now() - make_interval(days => ${NEWS_DAYS})`),
      ]),
    )
    .orderBy((eb) => eb('guard.state', '=', 'held'), 'desc')
    .orderBy('guard.told_at', (it) => it.desc().nullsLast())
    .orderBy('guard.publisher_id')
    .limit(MOST)
    .execute();
}

/** A publisher's guard by its slug; one that nobody has looked at watches. @throws NoSuchSourceError */
export async function findGuard(db: Queryable, slug: string): Promise<Guard> {
  const { id, name } = await named(db, slug);
  const found = await guards(db).where('guard.publisher_id', '=', id).executeTakeFirst();
  const nothing = { state: 'watching', told: null, toldAt: null, since: null } as const;
  return found ?? { publisherId: id, publisher: slug, name, ...nothing };
}

/**
 * Has a publisher's guard watch anew (its pages are what they are now: what it knew is forgotten), hold all that comes, or
 * look away. What it was before stands in the audit; the way back is the same verb.
 *
 * @throws NoSuchSourceError
 */
export async function setGuard(
  db: Queryable,
  slug: string,
  state: GuardState,
  act: Act,
): Promise<Guard> {
  return await db.transaction().execute(async (tx) => {
    const { id } = await named(tx, slug);
    const before = await findGuard(tx, slug);
    const anew = { profile: null, sample: null, told: null, told_at: null, since: null };
    const held = state === 'held' && before.told === null ? { told_at: sql<Date>`now()` } : {};
    const values = { state, ...(state === 'held' ? held : anew) };
    await tx
      .insertInto('guard')
      .values({ publisher_id: id, profile: null, sample: null, told: null, ...values })
      .onConflict((conflict) =>
        conflict
          .column('publisher_id')
          .doUpdateSet({ ...values, version: sql<number>`guard.version + 1` }),
      )
      .execute();
    const { told } = before;
    await record(tx, act, {
      action: ACTIONS[state],
      subject: slug,
      detail: { before: { state: before.state, told }, after: { state } },
    });
    return before;
  });
}

const ACTIONS = {
  watching: 'guard.go-on',
  held: 'guard.hold',
  off: 'guard.off',
} as const satisfies Record<GuardState, string>;

function guards(db: Queryable) {
  return db
    .selectFrom('guard')
    .innerJoin('publisher', 'publisher.id', 'guard.publisher_id')
    .select(['publisher.id as publisherId', 'publisher.slug as publisher', 'publisher.name'])
    .select(['guard.state', 'guard.told', 'guard.told_at as toldAt', 'guard.since']);
}

async function named(db: Queryable, slug: string) {
  const publisher = await db
    .selectFrom('publisher')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .where('id', '<>', 0)
    .executeTakeFirst();
  if (!publisher) throw new NoSuchSourceError(slug);
  return publisher;
}
