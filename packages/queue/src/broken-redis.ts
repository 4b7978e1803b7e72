import { environmentFault } from '@nashra/errors';

/** What a connection to Redis broke of, by its name, since one that is refused does not say by whom; null for any other error. */
export function brokenRedis(error: Error): string | null {
  const what = environmentFault(error)?.what;
  return what === undefined ? null : `redis: ${what.replace(/^\w+: /, '')}`;
}
