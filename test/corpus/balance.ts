import type { Db } from '@nashra/db';
import { FLIGHT_STATES, readLedger } from '@nashra/pipeline';
import { sql } from 'kysely';

/** Tables that a second run over the same input must leave as they are. */
const TABLES = [
  'publisher',
  'feed',
  'address',
  'story',
  'article',
  'article_key',
  'revision',
  'image',
  'change',
  'draft',
  'quarantine',
];

export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(`nashra.${table}`)}`.execute(db);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

/** Throws unless every address is final and the counts add up. */
export async function expectBalance(db: Db): Promise<void> {
  const { ledger } = await readLedger({ db });
  const open = FLIGHT_STATES.filter((state) => ledger[state] > 0);
  if (open.length > 0) throw new Error(`not final: ${JSON.stringify(ledger)}`);
  const { address } = await countRows(db);
  const sum = Object.values(ledger).reduce((all: number, n: number) => all + n, 0);
  if (sum !== address) throw new Error(`${address} addresses, but the states add up to ${sum}`);
  const what = await findContradiction(db);
  if (what) throw new Error(`the ledger does not balance: ${what}`);
}

/** What stands in one place and is denied in another, the first that is found. */
export async function findContradiction(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ what: string }>`
    select 'an indexed address without an article' as what from nashra.address
      where state = 'indexed' and article_id is null
    union all select 'an article without its revision' from nashra.article
      where not exists (select from nashra.revision r where r.article_id = article.id and r.number = article.revision)
    union all select 'a text twice at one publisher' from nashra.revision r
      join nashra.article a on a.id = r.article_id and a.revision = r.number
      join nashra.content c on c.id = r.content_id
      where length(c.body) > 400 group by a.publisher_id, c.body, c.title having count(*) > 1
    union all select 'a change that is not one to one with revisions' from (
      select article_id, revision from nashra.change group by 1, 2 having count(*) > 1) twice
    limit 1`.execute(db);
  return rows[0]?.what;
}

export async function isSettled(db: Db): Promise<boolean> {
  const { ledger } = await readLedger({ db });
  return FLIGHT_STATES.every((state) => ledger[state] === 0);
}
