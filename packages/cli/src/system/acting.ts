import { userInfo } from 'node:os';
import type { Act } from '@nashra/audit';

/** Who acts from this terminal, for the audit. */
export function acting(reason?: string): Act {
  return { actor: `cli:${nameOf()}`, reason };
}

function nameOf(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as in a container.
    return 'unknown';
  }
}
