import { isDeepStrictEqual } from 'node:util';
import { countArticles } from '@nashra/articles';
import { FLIGHT_STATES, readLedger, STATES, way } from '@nashra/pipeline';
import { sql } from 'kysely';
import type { Cell } from './cell.ts';
import type { System } from './system.ts';

/** What must be true when all has been done: a line for each thing that is not. */
export async function audit(
  system: System,
  expected: number,
  { guilty = 0, convicted = 0 }: Pick<Cell, 'guilty' | 'convicted'>,
  followed: readonly number[],
): Promise<string[]> {
  const { db, queues } = system;
  const wrong: string[] = [];
  const say = (what: string, found: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(found, wanted)) {
      wrong.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
    }
  };
  const { ledger } = await readLedger({ db });
  say('indexed', ledger.indexed, expected);
  say('feeds read', ledger.read, 1);
  say('quarantined', ledger.quarantined, convicted);
  say('dropped', ledger.dropped, 0);
  for (const state of FLIGHT_STATES) say(state, ledger[state], 0);
  // The counts that are kept, and those that are counted.
  const counted = await db
    .selectFrom('address')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const sum = STATES.reduce((total, state) => total + ledger[state], 0);
  say('ledger’s sum', sum, Number(counted.n));

  const { articles, revisions, changes } = await countArticles(db);
  say(
    'articles, revisions, changes',
    [articles, revisions, changes],
    [expected, expected, expected],
  );
  const rows = await db.selectFrom('article').select(['id', 'revision']).execute();
  say('revisions beyond the first', rows.filter((it) => it.revision !== 1).length, 0);
  const feed = await sql<{ seq: number; article_id: number }>`
    select seq, article_id from reader.changes order by seq`.execute(db);
  say('articles told once', new Set(feed.rows.map((it) => it.article_id)).size, expected);
  say(
    'changes as they were followed',
    followed,
    feed.rows.map((it) => Number(it.seq)),
  );
  const drafts = await db.selectFrom('draft').select('address_id').execute();
  say('drafts left', drafts.length, 0);
  const quarantine = await db.selectFrom('quarantine').select(['code', 'message']).execute();
  const rowsOfIt = guilty + convicted;
  if (quarantine.length !== rowsOfIt) say('rows of quarantine', quarantine, `${rowsOfIt} of them`);

  const counts = await queues.counts(way.map((stage) => stage.name));
  for (const [name, { waiting, active, delayed }] of Object.entries(counts)) {
    say(`jobs left in ${name}`, [waiting, active, delayed], [0, 0, 0]);
  }
  return wrong;
}
