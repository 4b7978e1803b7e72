import type { Agent } from 'undici';
import { Deadline } from '../deadline.ts';
import { exchange } from '../exchange.ts';
import type { AllowPrivate } from '../guard.ts';
import { Guard } from '../guard.ts';
import { guardedAgent, plainDial } from '../guarded-agent.ts';
import type { FetchLimits } from '../limits.ts';
import type { Resolver } from '../resolver.ts';

const MOST_BYTES = 64 * 1024;
const MOST_MS = 5_000;

export interface IssuerGet extends AsyncDisposable {
  get(address: string): Promise<Uint8Array | null>;
}

/** Who asks, and where that may lead. */
export interface AskerOptions {
  readonly userAgent: string;
  readonly allowPrivate?: AllowPrivate;
  readonly resolve?: Resolver;
}

/** Asks for certificates, once each and without redirects, by the guard that all fetches have. */
export function issuerGet(options: AskerOptions, fetchLimits: FetchLimits): IssuerGet {
  const limits = {
    ...fetchLimits,
    maxBytes: MOST_BYTES,
    // Of the time that the fetch in whose way this lies has for its head.
    totalMs: Math.min(fetchLimits.headersMs / 3, MOST_MS),
  };
  const guard = new Guard(options.allowPrivate);
  let agent: Agent | undefined;
  return {
    async get(address) {
      agent ??= guardedAgent(plainDial({}, limits), options, limits, {
        guard,
        onConnect: () => {},
      }).agent;
      const url = guard.checkAddress(address);
      using deadline = new Deadline(limits.totalMs, undefined);
      const fields = { 'user-agent': options.userAgent };
      const answer = await exchange(agent, url, fields, limits, deadline);
      return answer.status === 200 ? (await answer.readBody()).bytes : null;
    },
    async [Symbol.asyncDispose]() {
      await agent?.destroy();
    },
  };
}
