import type { Act } from '@nashra/audit';
import type { Db, Queryable } from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import { ErrandError } from './errands.ts';
import { type Asked, ERRANDS, type ErrandVerb } from './verbs.ts';

type Carry<Verb extends ErrandVerb> = (
  asked: Asked<Verb>,
  act: Act,
  tx: Queryable,
) => Promise<unknown>;
type CarryApart<Verb extends ErrandVerb> = (asked: Asked<Verb>, act: Act) => Promise<unknown>;

/** Who can carry out which verbs. */
export interface Carriers {
  /** In the transaction in which the errand ends as well: a process that is killed has done all of it or nothing. */
  readonly within?: { readonly [Verb in ErrandVerb]?: Carry<Verb> };
  /** By means of their own: what only reads, or takes long, or may be done twice. */
  readonly apart?: { readonly [Verb in ErrandVerb]?: CarryApart<Verb> };
}

/** A verb refuses in its own words by these codes. */
const REFUSALS: ReadonlySet<string> = new Set([
  'ERRAND_UNFIT',
  'STORY_UNFIT',
  'IMAGE_UNFIT',
  'FILTER_UNFIT',
  'ADDRESS_TAKEN',
  'NO_SUCH_SOURCE',
  'NO_HEIR',
]);
/** Who has it in hand for so long is dead; the second one that dies of it is the last. */
const HELD_S = 60;
const MOST_TAKES = 2;
const MOST_ANSWER = 4_000_000;
/** Kept of one person, the latest: an answer may be a whole page, and a page that is looked at again asks for it anew. */
const MOST_KEPT = 50;

/**
 * Carries out the oldest errand that one of these can; true where there was one.
 *
 * @throws what a verb did not foresee, when the errand has ended with a word for who asked
 */
export async function carryOutNext(
  db: Db,
  { within = {}, apart = {} }: Carriers,
): Promise<boolean> {
  const taken = await take(db, [...Object.keys(within), ...Object.keys(apart)]);
  if (!taken) return false;
  const { id, verb, actor } = taken;
  const act = { actor, reason: taken.reason ?? undefined };
  try {
    const asked = ERRANDS[verb].parse(taken.asked) as never;
    const alone = apart[verb];
    if (alone) await end(db, id, await alone(asked, act));
    else
      await db.transaction().execute(async (tx) => {
        // Held, so that who took it over meanwhile waits, and finds it ended.
        const { rows } = await sql`select 1 from nashra.errand where id = ${id} and ended_at is null
          for update`.execute(tx);
        if (rows.length > 0) await end(tx, id, await within[verb]?.(asked, act, tx));
      });
  } catch (error) {
    const said = sayingOf(error);
    await sql`update nashra.errand set refusal = ${said}, ended_at = now() where id = ${id} and ended_at is null`.execute(
      db,
    );
    if (said === FAILED) throw error;
  } finally {
    await forgetOlder(db, actor);
  }
  return true;
}

async function forgetOlder(db: Db, actor: string): Promise<void> {
  await sql`delete from nashra.errand where id in (
    select id from nashra.errand where actor = ${actor} and ended_at is not null
    order by id desc offset ${MOST_KEPT})`.execute(db);
}

async function end(db: Queryable, id: number, answer: unknown): Promise<void> {
  const text = storableJson({ it: answer ?? null });
  if (text.length > MOST_ANSWER) throw new ErrandError('The answer is too long to be kept.');
  await sql`update nashra.errand set answer = ${text}::jsonb -> 'it', ended_at = now()
    where id = ${id} and ended_at is null`.execute(db);
}

const FAILED = 'It failed, and nothing was changed; the log of the service says why.';

function sayingOf(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return REFUSALS.has(code) ? message.slice(0, 1_000) : FAILED;
}

interface Taken {
  readonly id: number;
  readonly verb: ErrandVerb;
  readonly asked: unknown;
  readonly actor: string;
  readonly reason: string | null;
}

async function take(db: Db, verbs: readonly string[]): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    update nashra.errand set taken_at = now(), takes = takes + 1 where id = (
      select id from nashra.errand where ended_at is null and verb = any(${[...verbs]}::text[]) and takes < ${MOST_TAKES}
        and (taken_at is null or taken_at < now() - make_interval(secs => ${HELD_S}))
      order by id limit 1 for update skip locked)
    returning id, verb, asked, actor, reason`.execute(db);
  return rows[0];
}
