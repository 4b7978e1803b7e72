import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface LedgerCounts {
  /** Addresses by state; a state without any is left out. */
  readonly states: Readonly<Record<string, number>>;
  /** Addresses in the given states by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Counts addresses by state, and those of the given (final) states by reason. Exact: it scans. */
export async function countAddresses(
  db: Queryable,
  final: readonly string[],
): Promise<LedgerCounts> {
  const { rows } = await sql<{ state: string; reason: string | null; n: number }>`
    select state, reason, count(*)::int as n from nashra.address group by state, reason`.execute(
    db,
  );
  const states: Record<string, number> = {};
  const reasons: Record<string, number> = {};
  for (const { state, reason, n } of rows) {
    states[state] = (states[state] ?? 0) + n;
    if (reason === null || !final.includes(state)) continue;
    reasons[reason] = (reasons[reason] ?? 0) + n;
  }
  return { states, reasons };
}

/** Seconds since the longest resting address of each of these states moved; states without any are left out. */
export async function oldestMove(
  db: Queryable,
  states: readonly string[],
): Promise<Record<string, number>> {
  const inline = sql.join(states.map((state) => sql.lit(state)));
  const { rows } = await sql<{ state: string; seconds: number }>`
    select state, extract(epoch from now() - min(updated_at))::float8 as seconds
    from nashra.address where state in (${inline}) group by state`.execute(db);
  return Object.fromEntries(rows.map(({ state, seconds }) => [state, Math.max(0, seconds)]));
}
