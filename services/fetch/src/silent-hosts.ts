import { WaitError } from '@nashra/errors';
import { FetchError } from '@nashra/http';
import { RobotsUnreachableError } from '@nashra/politeness';

/** Hosts that were silent the last time they were asked share half of a process's places, so that those that answer have the rest. */
export interface SilentHosts {
  /** Throws WaitError where all places of silent hosts are taken and this is one of them. */
  visit<Answer>(host: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** More are not remembered, the ones met first forgotten. */
const MOST_HOSTS = 10_000;
/** Until the next try for a place. */
const RETRY_MS = 2_000;

export function openSilentHosts(places: number): SilentHosts {
  const silent = new Set<string>();
  let inHand = 0;
  const note = (host: string, isSilent: boolean) => {
    silent.delete(host);
    if (isSilent) silent.add(host);
    const [oldest] = silent;
    if (silent.size > MOST_HOSTS && oldest !== undefined) silent.delete(oldest);
  };
  return {
    async visit(host, ask) {
      const share = silent.has(host) ? 1 : 0;
      if (share > 0 && inHand >= places) throw new WaitError('HOST_BUSY', RETRY_MS);
      inHand += share;
      try {
        const answer = await ask();
        note(host, false);
        return answer;
      } catch (error) {
        if (!(error instanceof WaitError)) note(host, isSilence(error));
        throw error;
      } finally {
        inHand -= share;
      }
    },
  };
}

/** What costs a visit its whole time; a refusal costs nothing. */
function isSilence(error: unknown): boolean {
  if (error instanceof RobotsUnreachableError) return error.reason === 'TIMEOUT';
  return error instanceof FetchError && error.code === 'TIMEOUT';
}
