import { waitFor } from '@nashra/testkit';
import type { ServiceName, System } from './system.ts';

/** A lock is taken for ten seconds and renewed every five: with more than this left it is no dead worker's. */
const FRESH_MS = 9_300;

/** Waits until a process that was just started has jobs in its hand; those of a dead one are listed as active, too. */
export async function untilInHand(system: System, stage: ServiceName): Promise<void> {
  const { raw, key } = system;
  const isInHand = async () => {
    const locks = await raw.keys(`${key(stage, '')}*:lock`);
    const left = await Promise.all(locks.map((lock) => raw.pttl(lock)));
    return left.some((ms) => ms > FRESH_MS);
  };
  await waitFor(isInHand, { timeoutMs: 90_000, everyMs: 50, what: `jobs in the hand of ${stage}` });
}
