import { createHash, randomBytes } from 'node:crypto';
import { instantOfId, type OpsRole, type Queryable } from '@nashra/db';
import { cleanLine } from '@nashra/text';
import { sql } from 'kysely';
import { PersonError } from './people.ts';
import { type Act, record } from './record.ts';

/** What a token may be for; beyond its user's role none reaches. */
export const SCOPES = ['read', 'failures', 'sources', 'people'] as const;
export type Scope = (typeof SCOPES)[number];

/** A token as its owner sees it: never the token itself. */
export interface ApiToken {
  readonly id: number;
  readonly who: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly endsAt: Date;
}

export interface TokenOrder {
  readonly who: string;
  /** What it is for, so that people know it again. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

const SPELLING = /^nashra_[\w-]{43}$/;
const MOST = 50;

/** Makes one; gives it, since it is kept nowhere. @throws PersonError where nobody has that name, or has too many */
export async function addApiToken(
  db: Queryable,
  { who, name, scopes, days }: TokenOrder,
  act: Act,
): Promise<string> {
  const token = `nashra_${randomBytes(32).toString('base64url')}`;
  return await db.transaction().execute(async (tx) => {
    await sql`delete from nashra.api_token where ends_at < now()`.execute(tx);
    const { rows } = await sql<{ id: number }>`
      insert into nashra.api_token (hash, who, name, scopes, ends_at)
      select ${hashOf(token)}, u.name, ${cleanLine(name.slice(0, 100))}, ${[...scopes]}::text[],
        now() + make_interval(days => ${days})
      from nashra.ops_user u where u.name = ${who}
        and (select count(*) from nashra.api_token t where t.who = u.name) < ${MOST}
      returning id`.execute(tx);
    const [row] = rows;
    if (!row) throw new PersonError(await whyNone(tx, who));
    const detail = { before: null, after: { id: row.id, name, scopes, days } };
    await record(tx, act, { action: 'token.add', subject: who, detail });
    return token;
  });
}

async function whyNone(db: Queryable, who: string): Promise<string> {
  const user = await db
    .selectFrom('ops_user')
    .select('name')
    .where('name', '=', who)
    .limit(1)
    .execute();
  return user.length > 0 ? `${who} has ${MOST} tokens already.` : `There is no ${who}.`;
}

/** Of whom a token speaks, with what they may do now. */
export async function findApiToken(
  db: Queryable,
  token: string,
): Promise<{
  readonly who: string;
  readonly role: OpsRole;
  readonly scopes: readonly string[];
} | null> {
  if (!SPELLING.test(token)) return null;
  const { rows } = await sql<{ who: string; role: OpsRole; scopes: string[] }>`
    select t.who, u.role, t.scopes from nashra.api_token t join nashra.ops_user u on u.name = t.who
    where t.hash = ${hashOf(token)} and t.ends_at > now()`.execute(db);
  return rows[0] ?? null;
}

export async function listApiTokens(db: Queryable): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .select(['id', 'who', 'name', 'scopes', 'ends_at as endsAt'])
    .orderBy('who')
    .orderBy('id')
    .limit(5_000)
    .execute();
  return rows.map((row) => ({ ...row, madeAt: instantOfId(row.id) }));
}

/** @throws PersonError for one that is not there */
export async function removeApiToken(db: Queryable, id: number, act: Act): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .deleteFrom('api_token')
      .where('id', '=', id)
      .returning(['who', 'name', 'scopes'])
      .executeTakeFirst();
    if (!row) throw new PersonError(`There is no token ${id}.`);
    const { who, name, scopes } = row;
    const detail = { before: { id, name, scopes }, after: null };
    await record(tx, act, { action: 'token.remove', subject: who, detail });
  });
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
