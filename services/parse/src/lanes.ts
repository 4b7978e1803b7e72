import { createBatcher, createHand, type InLane, openLanes, type Service } from '@nashra/service';
import type { Config } from './config.ts';
import { keepRead, type ReadPage } from './keep-read.ts';
import { findFetched } from './load-fetched.ts';
import type { ParseDeps } from './ports.ts';
import { createTurns } from './turns.ts';

/** What pages of one lane have in common while they are in this process. */
export type Lane = Pick<ParseDeps, 'find' | 'inHand' | 'keepUnchanged' | 'saveDraft'>;

/** Pages that come at the same time are asked for together. */
const ASK = { rows: 64, ms: 3 } as const;
/** What has been read is written together: in larger batches a write would hold all jobs of a process for too long. */
const TELL = { news: { rows: 24, ms: 60 }, background: { rows: 32, ms: 300 } } as const;

/** Both lanes share the room for bodies, in which news goes first, and nothing that is waited for. */
export function openParseLanes<Deps>(
  service: Service,
  { PARSE_CONCURRENCY, PASSING_RETRY_MS }: Config,
  depsOf: (lane: Lane) => Deps,
): InLane<Deps> {
  const bodies = createHand(PARSE_CONCURRENCY);
  const turn = createTurns();
  const inHand: Readonly<Record<keyof typeof TELL, Lane['inHand']>> = {
    news: (work) => bodies.hold(work),
    background: (work) => {
      const inTurn = async () => {
        // Whoever has news for us is heard between any two of them.
        await turn();
        return await work();
      };
      return bodies.hold(inTurn, true);
    },
  };
  return openLanes((name, hand) => {
    const keep = createBatcher(
      (read: readonly ReadPage[]) => keepRead(service, read, PASSING_RETRY_MS),
      { ...TELL[name], hand },
    );
    return depsOf({
      inHand: inHand[name],
      find: createBatcher((ids: readonly number[]) => findFetched(service, ids), ASK),
      keepUnchanged: keep,
      saveDraft: (page, draft, mayGrow) => keep({ page, draft, mayGrow }),
    });
  });
}
