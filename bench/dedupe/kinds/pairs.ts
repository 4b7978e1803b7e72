import { createClusterer, signatureOf } from '@nashra/similarity';
import type { Case } from './dispatch.ts';

const HOUR = 3_600_000;

/** Two texts of a case: what they are, and what was told of them. */
export interface Pair {
  readonly it: Case;
  readonly at: string;
  readonly isOne: boolean;
  readonly isTold: boolean;
  /** The decision with its evidence. */
  readonly why: unknown;
}

/** Every pair of a case, each text told after those before it, while nothing else is known. */
export function pairsOf(it: Case): Pair[] {
  const clusterer = createClusterer();
  const told = it.texts.map(({ title, body, language, after = 0 }) =>
    clusterer.add({
      signature: signatureOf({ title, body, language }),
      publishedAt: after * HOUR,
    }),
  );
  return told.flatMap((a, first) =>
    told.slice(first + 1).map((b, next) => {
      const second = first + 1 + next;
      const match = b.choice.matches.find(({ candidate }) => candidate.id === a.id);
      return {
        it,
        at: `${first}-${second}`,
        isOne: it.groups[first] === it.groups[second],
        isTold: a.storyId === b.storyId,
        why: match ? { ...match.decision, ...match.evidence } : 'not found',
      };
    }),
  );
}
