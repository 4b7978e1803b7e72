import { PipelineError, WaitError } from '@nashra/errors';
import type { HttpAnswer } from '@nashra/http';
import type { JobContext } from '@nashra/queue';
import { type Judgement, judgeAnswer, judgeError, type WaitPolicy } from './judge.ts';
import type { FetchDeps, FetchOutcome, Target } from './ports.ts';

/** fetch: a released address in; its bytes in the blob store and one parse job, or a final state, out. */
export async function handleFetch(
  { addressId }: { readonly addressId: number },
  deps: FetchDeps,
  { lastAttempt, signal }: Pick<JobContext, 'lastAttempt' | 'signal'>,
): Promise<FetchOutcome> {
  // Before anybody is asked for what there is no room for.
  deps.requireRoom();
  const target = await deps.load(addressId);
  if (!target) return 'stale';

  const { judgement, answer, error } = await ask(target, deps, signal);
  switch (judgement.next) {
    case 'store': {
      const stored = await deps.store(target, answer as HttpAnswer);
      return stored ? 'stored' : 'stale';
    }
    case 'wait':
      await deps.sendAway(target, judgement.afterMs, answer as HttpAnswer);
      throw new WaitError('HOST_ASKED_TO_WAIT', judgement.afterMs);
    case 'retry':
      if (!lastAttempt && !isKnownToFail(target)) throw error ?? new UnwellError(judgement.reason);
      break;
    default:
  }
  const state = judgement.next === 'unchanged' ? unchangedState(target) : 'dropped';
  const { reason } = judgement;
  const waitMs = 'waitMs' in judgement ? judgement.waitMs : undefined;
  await deps.finish(target, { state, reason, waitMs, ...(answer ? { answer } : {}), error });
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
    return { answer, judgement: judge(answer, target, deps.policy) };
  } catch (error) {
    if (signal.aborted) throw new WaitError('STOPPING', 0);
    const judgement = judgeError(error);
    if (!judgement) throw error;
    return { error, judgement };
  }
}

/** Who was asked for all, and says that nothing changed, has not answered. */
function judge(answer: HttpAnswer, target: Target, policy: WaitPolicy): Judgement {
  const judgement = judgeAnswer(answer, target.waits, policy);
  const asked = target.etag !== null || target.lastModified !== null;
  return judgement.next === 'unchanged' && !asked
    ? { next: 'drop', reason: 'http_304' }
    : judgement;
}

/** Its last flight came to nothing, and another one follows this: quick tries would only be more of the same. */
function isKnownToFail({ vain, articleId }: Target): boolean {
  return vain > 0 && articleId === null;
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
