import { type Check, fail, ok, warn } from './check.ts';
import { judgeClock } from './judge-clock.ts';
import type { PostgresFacts } from './read-postgres.ts';

/** The oldest that the SQL runs on. */
const POSTGRES = 15;
/** What services of one machine open; more where there are more of them. */
const SESSIONS = 60;
const IDLE_SECONDS = 300;
const HELD_BYTES = 1 << 30;

/** What is wrong with a server's settings and state, each with its cure; a line of its own when nothing is. */
export function judgePostgres(facts: PostgresFacts): Check[] {
  const { settings, encoding, sessions, mostSessions, isReadOnly } = facts;
  const { idleSeconds, heldBytes, archiveFails } = facts;
  const found = [
    ...judgeVersion(facts),
    isReadOnly &&
      fail(
        'Postgres role',
        'read-only',
        'DATABASE_URL leads to a replica or a server set read-only: name the one that is written to.',
      ),
    encoding !== 'UTF8' &&
      fail(
        'Postgres encoding',
        encoding,
        "Make the database anew: create database … encoding 'UTF8' template template0.",
      ),
    settings['fsync'] === 'off' &&
      fail('Postgres fsync', 'off', 'A power cut may take the whole database: set fsync = on.'),
    settings['fsync'] !== 'off' &&
      settings['full_page_writes'] === 'off' &&
      warn(
        'Postgres pages',
        'full_page_writes is off',
        'A power cut may tear a page: set full_page_writes = on unless the file system writes whole ones.',
      ),
    settings['autovacuum'] === 'off' &&
      fail('Autovacuum', 'off', 'Tables grow for ever and plans go astray: set autovacuum = on.'),
    mostSessions < SESSIONS &&
      fail(
        'Sessions',
        `${mostSessions} at the most`,
        `Services of one machine open some ${SESSIONS}: raise max_connections.`,
      ),
    mostSessions >= SESSIONS &&
      sessions > 0.9 * mostSessions &&
      warn(
        'Sessions',
        `${sessions} of ${mostSessions} are open`,
        'Raise max_connections, or put PgBouncer before it (docs/operating.md).',
      ),
    judgeClock('Postgres', facts.aheadMs),
    idleSeconds > IDLE_SECONDS &&
      warn(
        'Transactions',
        `one has done nothing for ${Math.round(idleSeconds / 60)} minutes`,
        'Nothing is cleaned up behind it: end it (pg_stat_activity), and set idle_in_transaction_session_timeout.',
      ),
    heldBytes > HELD_BYTES &&
      warn(
        'Replication',
        `${(heldBytes / 2 ** 30).toFixed(1)} GiB of log are kept for a slot that nobody reads`,
        'The disk fills: start its reader, or drop the slot (pg_replication_slots).',
      ),
    archiveFails !== null &&
      warn(
        'Archive',
        `refuses ${archiveFails}`,
        'The log is kept until it is taken, and the disk fills: see archive_command and the log of Postgres.',
      ),
  ].filter((it) => it !== false && it !== null);
  return found.length > 0 ? found : [ok('Postgres setup', 'durable, vacuumed, in time')];
}

function judgeVersion({ version }: PostgresFacts): Check[] {
  if (version >= POSTGRES * 10_000) return [];
  const found = String(Math.floor(version / 10_000));
  return [fail('Postgres version', found, `Postgres ${POSTGRES} or newer is needed.`)];
}
