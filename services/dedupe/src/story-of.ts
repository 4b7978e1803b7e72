import type { PartOf, Telling, Told } from '@nashra/articles';
import { chooseStory, type Match, RULE } from '@nashra/similarity';

/** What is kept of one text's parts at the most. */
const MOST_PARTS = 20;

export interface StoryChoice {
  /** Null for a story of its own. */
  readonly storyId: number | null;
  readonly like: Told['like'];
  readonly parts: readonly PartOf[];
}

export const OWN_STORY: StoryChoice = { storyId: null, like: null, parts: [] };

/** Which story an article is told in, and what it is a part of, or the whole of. */
export function storyOf(
  text: Pick<Telling, 'articleId' | 'signature' | 'publishedAt'>,
  tellings: readonly Telling[],
  windowMs: number,
): StoryChoice {
  const candidates = tellings.map(({ articleId: id, ...it }) => ({ ...it, id }));
  const { best, parts } = chooseStory(text, candidates, { windowMs });
  const like = best && {
    articleId: best.candidate.id,
    sureness: best.decision.sureness,
    evidence: best.evidence,
  };
  return {
    storyId: best?.candidate.storyId ?? null,
    like,
    parts: parts
      .filter(({ candidate }) => candidate.storyId !== best?.candidate.storyId)
      .slice(0, MOST_PARTS)
      .map((match) => partOf(text, match)),
  };
}

function partOf(
  { articleId, signature }: Pick<Telling, 'articleId' | 'signature'>,
  { candidate, decision, evidence }: Match,
): PartOf {
  const isShorter = signature.words <= candidate.signature.words;
  const isPart = (decision.part === 'shorter') === isShorter;
  const [partId, wholeId] = isPart ? [articleId, candidate.id] : [candidate.id, articleId];
  return { partId, wholeId, sureness: decision.sureness, rule: RULE, evidence };
}
