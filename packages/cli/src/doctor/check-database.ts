import type { Db } from '@nashra/db';
import { countQuarantine } from '@nashra/pipeline';
import { sql } from 'kysely';
import { explainError } from '../explain-error.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkWebhooks } from './check-webhooks.ts';

/** The oldest that the SQL runs on. */
const POSTGRES = 15;

export async function checkDatabase(db: Db): Promise<Check[]> {
  try {
    const startedAt = performance.now();
    const { rows } = await sql<{ number: number; text: string; size: string }>`
      select current_setting('server_version_num')::int as number,
        current_setting('server_version') as text,
        pg_size_pretty(pg_database_size(current_database())) as size`.execute(db);
    const ms = Math.round(performance.now() - startedAt);
    const { number = 0, text = '', size = '' } = rows[0] ?? {};
    const found = `${text}, ${size}, answers in ${ms} ms`;
    const version =
      number >= POSTGRES * 10_000
        ? ok('Postgres', found)
        : fail('Postgres', found, `Postgres ${POSTGRES} or newer is needed.`);
    const schema = await checkMigrations(db);
    // Without tables there is nothing more to look at.
    if (schema.level === 'fail') return [version, schema];
    const rest = [await checkQuarantine(db), [await checkFeeds(db)], await checkWebhooks(db)];
    return [version, schema, ...rest.flat()];
  } catch (error) {
    return [fail('Postgres', 'no answer', explainError(error).line)];
  }
}

async function checkMigrations(db: Db): Promise<Check> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('nashra.kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return fail('Schema', 'none', 'Run "nashra migrate".');
  const applied = await sql<{ name: string }>`
    select name from nashra.kysely_migration order by name desc limit 1`.execute(db);
  return ok('Schema', applied.rows[0]?.name ?? 'empty');
}

async function checkQuarantine(db: Db): Promise<Check[]> {
  const n = await countQuarantine(db);
  if (n === 0) return [];
  const advice = 'See why on the dashboard; "nashra replay --state quarantined" sends them again.';
  return [warn('Quarantine', `${n === 1000 ? '1000 or more' : n} addresses`, advice)];
}
