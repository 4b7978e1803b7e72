import { type Queryable, readTally } from '@nashra/db';
import { sql } from 'kysely';

export interface LedgerCounts {
  /** Addresses by state; a state without any is left out. */
  readonly states: Readonly<Record<string, number>>;
  /** Ended addresses by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Counts addresses by state, and ended ones by reason: exact, and as quick at a million as at none. */
export async function countAddresses(db: Queryable): Promise<LedgerCounts> {
  const states: Record<string, number> = {};
  const reasons: Record<string, number> = {};
  for (const [what, n] of await readTally(db)) {
    const [of, state, reason] = what.split(' ');
    if (of !== 'address' || state === undefined || n === 0) continue;
    states[state] = (states[state] ?? 0) + n;
    if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + n;
  }
  return { states, reasons };
}

/** Seconds since the longest resting flight of each of these states moved; states without any are left out. */
export async function oldestMove(
  db: Queryable,
  states: readonly string[],
): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; seconds: number }>`
    select state, extract(epoch from now() - min(moved_at))::float8 as seconds
    from nashra.flight where due_at is null and state = any(${[...states]}::text[]) group by state`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ state, seconds }) => [state, Math.max(0, seconds)]));
}
