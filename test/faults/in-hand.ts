import { waitFor } from '@nashra/testkit';
import type { ServiceName, System } from './system.ts';

/** A lock is taken for ten seconds and renewed every five, fetch's for six and every three: with nearly all left it is no dead worker's. */
const LOCKED_MS: Partial<Record<ServiceName, number>> = { fetch: 6_000 };
const USED_MS = 700;

/** Waits until a process that was just started has jobs in its hand; those of a dead one are listed as active, too. */
export async function untilInHand(system: System, stage: ServiceName): Promise<void> {
  const { raw, key } = system;
  const isInHand = async () => {
    const locks = await raw.keys(`${key(stage, '')}*:lock`);
    const left = await Promise.all(locks.map((lock) => raw.pttl(lock)));
    return left.some((ms) => ms > (LOCKED_MS[stage] ?? 10_000) - USED_MS);
  };
  await waitFor(isInHand, { timeoutMs: 90_000, everyMs: 50, what: `jobs in the hand of ${stage}` });
}
