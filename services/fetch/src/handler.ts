import type { FetchPayload, ParsePayload } from '@nashra/contracts';
import type { AddressKind, Lane } from '@nashra/db';
import { PipelineError, WaitError } from '@nashra/errors';
import type { HttpAnswer } from '@nashra/http';
import type { Reason } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';
import { type Judgement, judgeAnswer, judgeError, type WaitPolicy } from './judge.ts';

/** A released address, as its row says. */
export interface Target {
  readonly addressId: number;
  readonly address: string;
  readonly host: string;
  readonly kind: AddressKind;
  readonly lane: Lane;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How often the host has sent it away in this flight. */
  readonly waits: number;
}

export interface FetchDeps {
  readonly policy: WaitPolicy;
  load(addressId: number): Promise<Target | null>;
  /** One polite, guarded GET. Throws WaitError when it is not this host's turn. */
  get(target: Target, signal: AbortSignal): Promise<HttpAnswer>;
  /** Keeps the bytes, the log line and the address's next state; false when it has moved on. */
  store(target: Target, answer: HttpAnswer): Promise<boolean>;
  /** Ends the flight with a log line. */
  finish(target: Target, end: Ending): Promise<void>;
  /** Notes that the host sent the address away, and keeps the host's other addresses away too. */
  sendAway(target: Target, afterMs: number, answer: HttpAnswer): Promise<void>;
  pushParse(payload: ParsePayload): Promise<void>;
}

export interface Ending {
  readonly state: 'known' | 'read' | 'dropped';
  readonly reason: Reason;
  readonly answer?: HttpAnswer;
  readonly error?: unknown;
}

export type FetchOutcome = 'stored' | 'stale' | Reason;

/** fetch: a released address in; its bytes in the blob store and one parse job, or a final state, out. */
export async function handleFetch(
  { addressId }: FetchPayload,
  deps: FetchDeps,
  { lastAttempt, signal }: Pick<JobContext, 'lastAttempt' | 'signal'>,
): Promise<FetchOutcome> {
  const target = await deps.load(addressId);
  if (!target) return 'stale';

  const { judgement, answer, error } = await ask(target, deps, signal);
  switch (judgement.next) {
    case 'store': {
      const stored = await deps.store(target, answer as HttpAnswer);
      if (!stored) return 'stale';
      await deps.pushParse({ addressId });
      return 'stored';
    }
    case 'wait':
      await deps.sendAway(target, judgement.afterMs, answer as HttpAnswer);
      throw new WaitError('HOST_ASKED_TO_WAIT', judgement.afterMs);
    case 'retry':
      if (!lastAttempt) throw error ?? new UnwellError(judgement.reason);
      break;
    default:
  }
  const state = judgement.next === 'unchanged' ? unchangedState(target) : 'dropped';
  const { reason } = judgement;
  await deps.finish(target, { state, reason, ...(answer ? { answer } : {}), error });
  return reason;
}

interface Asked {
  readonly judgement: Judgement;
  readonly answer?: HttpAnswer;
  readonly error?: unknown;
}

async function ask(target: Target, deps: FetchDeps, signal: AbortSignal): Promise<Asked> {
  try {
    const answer = await deps.get(target, signal);
    return { answer, judgement: judgeAnswer(answer, target.waits, deps.policy) };
  } catch (error) {
    if (signal.aborted) throw new WaitError('STOPPING', 0);
    const judgement = judgeError(error);
    if (!judgement) throw error;
    return { error, judgement };
  }
}

function unchangedState({ kind }: Target): 'known' | 'read' {
  return kind === 'article' ? 'known' : 'read';
}

/** A server that fails for now. */
class UnwellError extends PipelineError {
  override name = 'UnwellError';
  readonly code: string;
  readonly retry = 'backoff';

  constructor(reason: string) {
    super(`the server answered ${reason}`);
    this.code = reason.toUpperCase();
  }
}
