import { type Db, migrations } from '@nashra/db';
import { countQuarantine } from '@nashra/pipeline';
import { sql } from 'kysely';
import { explainError } from '../explain-error.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { judgePostgres } from './judge-postgres.ts';
import { readPostgres } from './read-postgres.ts';

export async function checkDatabase(db: Db): Promise<Check[]> {
  try {
    const { rows } = await sql<{ text: string; size: string }>`
      select current_setting('server_version') as text,
        pg_size_pretty(pg_database_size(current_database())) as size`.execute(db);
    const startedAt = performance.now();
    const setup = judgePostgres(await readPostgres(db));
    const ms = Math.round(performance.now() - startedAt);
    const { text = '', size = '' } = rows[0] ?? {};
    const server = [ok('Postgres', `${text}, ${size}, answers in ${ms} ms`), ...setup];
    const schema = await checkMigrations(db);
    // Without tables there is nothing more to look at.
    if (schema.level === 'fail') return [...server, schema];
    const rest = [await checkQuarantine(db), [await checkFeeds(db)], await checkWebhooks(db)];
    return [...server, schema, ...rest.flat()];
  } catch (error) {
    return [fail('Postgres', 'no answer', explainError(error).line)];
  }
}

async function checkMigrations(db: Db): Promise<Check> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('nashra.kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return fail('Schema', 'none', 'Run "nashra migrate".');
  const applied = await sql<{ name: string }>`
    select name from nashra.kysely_migration order by name`.execute(db);
  return judgeSchema(
    applied.rows.map(({ name }) => name),
    Object.keys(migrations),
  );
}

/** Whether the database is of the version that this program is of. */
export function judgeSchema(applied: readonly string[], known: readonly string[]): Check {
  const missing = known.filter((name) => !applied.includes(name));
  const strange = applied.filter((name) => !known.includes(name));
  if (strange.length > 0)
    return fail(
      'Schema',
      `newer than this program: ${strange.join(', ')}`,
      'Bring this program up to date.',
    );
  if (missing.length > 0)
    return fail('Schema', `lacks ${missing.join(', ')}`, 'Run "nashra migrate".');
  return ok('Schema', applied.at(-1) ?? 'empty');
}

async function checkQuarantine(db: Db): Promise<Check[]> {
  const n = await countQuarantine(db);
  if (n === 0) return [];
  const advice = 'See why on the dashboard; "nashra replay --state quarantined" sends them again.';
  return [warn('Quarantine', `${n === 1000 ? '1000 or more' : n} addresses`, advice)];
}
