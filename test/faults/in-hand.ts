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

/**
 * Waits until one process has all that is active in its hand, what dead ones had among it; its token, by which its locks are known.
 */
export async function untilAllInHand(
  { raw, key }: System,
  stage: ServiceName,
  dead: ReadonlySet<string>,
): Promise<string> {
  let living = '';
  const areAll = async () => {
    const active = await raw.lrange(key(stage, 'active'), 0, -1);
    const locks = await Promise.all(active.map((id) => raw.get(`${key(stage, id)}:lock`)));
    // A worker numbers its locks: `<worker>:<job>`.
    const owners = new Set(locks.map((it) => it?.split(':', 1)[0]));
    const [owner, ...others] = owners;
    living = owner ?? '';
    return living !== '' && others.length === 0 && !dead.has(living);
  };
  await waitFor(areAll, {
    timeoutMs: 90_000,
    everyMs: 50,
    what: `all jobs in one hand of ${stage}`,
  });
  return living;
}
