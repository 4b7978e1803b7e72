import { hostOf } from '@nashra/address';
import { WaitError } from '@nashra/errors';
import { FetchError, type HttpAnswer } from '@nashra/http';
import { type Carriers, ErrandError } from '@nashra/pipeline';
import { type PoliteGet, RobotsDeniedError, RobotsUnreachableError } from '@nashra/politeness';
import type { Asking } from '@nashra/reading';

export interface FindDeps {
  readonly get: PoliteGet;
  sitemapsOf(address: string): Promise<readonly string[]>;
  /** A host asks to be left alone. */
  keepAway(answer: HttpAnswer, ms: number): Promise<unknown>;
}

/** Somebody waits at a page. */
const PATIENCE_MS = 20_000;

/** Carries out «which feeds has this site», as `nashra sources test` does it. */
export function findCarriers(deps: FindDeps): Carriers {
  return {
    apart: {
      async 'source.find'({ address }) {
        // Pages are read with the extractor: a service that is hardly ever asked for that need not hold it.
        const { describeFeed, findSources, foundJson, nothingAt } = await import('@nashra/reading');
        const found = await findSources(address, askingBy(deps));
        if (found.length === 0) throw new ErrandError(nothingAt(address));
        // UTC: pages and feeds mostly say their own.
        const said = { timeZone: 'UTC', check: true } as const;
        return found.map((it) => ({ ...foundJson(it), publisher: describeFeed(it, said) }));
      },
    },
  };
}

function askingBy({ get, sitemapsOf, keepAway }: FindDeps): Asking {
  return {
    sitemapsOf,
    isAbsence: (error) => error instanceof ErrandError,
    async read(address) {
      const answer = await ask(get, address);
      const { status, headers, body, finalAddress, challenge, retryAfterMs } = answer;
      if ((status === 429 || status === 503) && retryAfterMs !== undefined)
        await keepAway(answer, retryAfterMs);
      if (challenge)
        throw new ErrandError(`An anti-bot page (${challenge}) answers for ${finalAddress}.`);
      if (status >= 300) throw new ErrandError(`The server answers ${status} for ${finalAddress}.`);
      return { bytes: body, url: finalAddress, headers };
    },
  };
}

/** @throws ErrandError for all that is the site's own affair */
async function ask(get: PoliteGet, address: string): Promise<HttpAnswer> {
  try {
    const request = { address, lane: 'live', patienceMs: PATIENCE_MS } as const;
    return await get(request, AbortSignal.timeout(2 * PATIENCE_MS));
  } catch (error) {
    if (error instanceof WaitError)
      throw new ErrandError(
        `${hostOf(address)} asks to be left alone for ${Math.ceil(error.retry.afterMs / 1_000)} s.`,
        { cause: error },
      );
    if (
      error instanceof FetchError ||
      error instanceof RobotsDeniedError ||
      error instanceof RobotsUnreachableError
    )
      throw new ErrandError(`${address}: ${error.message}.`, { cause: error });
    throw error;
  }
}
