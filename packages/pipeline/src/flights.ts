import type { Queryable } from '@nashra/db';
import { type FlightBegun, flightsBegun, type JournalStep, journalsSince } from '@nashra/ledger';
import { FINAL_STATES, isFinal } from './way.ts';

/** The flights that some addresses are on; of each, where a step is named, the one it was on before. */
export async function flightsOf(
  db: Queryable,
  of: ReadonlyMap<number, number | null>,
): Promise<FlightBegun[]> {
  return of.size === 0 ? [] : await flightsBegun(db, of, FINAL_STATES);
}

const MOST_STEPS = 5_000;

/** Of these flights those that have ended, with the step that ended each. */
export async function endsOf(
  db: Queryable,
  flights: readonly FlightBegun[],
): Promise<Map<number, JournalStep>> {
  if (flights.length === 0) return new Map();
  const after = new Map(flights.map(({ addressId, begun }) => [addressId, begun - 1]));
  const steps = await journalsSince(db, after, MOST_STEPS);
  const ends = new Map<number, JournalStep>();
  for (const step of steps)
    if (isFinal(step.state) && !ends.has(step.addressId)) ends.set(step.addressId, step);
  return ends;
}
