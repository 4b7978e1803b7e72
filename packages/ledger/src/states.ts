import type { StageName } from '@nashra/contracts';
import type { AddressState, FinalState, FlightState } from '@nashra/db';

/** In flight, in the order an address passes them. */
export const FLIGHT_STATES: readonly FlightState[] = [
  'waiting',
  'queued',
  'fetched',
  'parsed',
  'decided',
];

export const FINAL_STATES: readonly FinalState[] = [
  'indexed',
  'known',
  'read',
  'dropped',
  'quarantined',
];

/** Whose job an address in this state waits for. `waiting` has none: `release` gives it one. */
export const STAGE_OF_STATE = {
  queued: 'fetch',
  fetched: 'parse',
  parsed: 'dedupe',
  decided: 'index',
} as const satisfies Partial<Record<FlightState, StageName>>;

/** The state in which a stage expects its addresses. */
export const STATE_OF_STAGE = {
  fetch: 'queued',
  parse: 'fetched',
  dedupe: 'parsed',
  index: 'decided',
} as const satisfies Record<StageName, FlightState>;

export function isFinal(state: AddressState): state is FinalState {
  return (FINAL_STATES as readonly AddressState[]).includes(state);
}
