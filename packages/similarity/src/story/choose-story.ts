import { type Decision, decide } from '../decision/decide.ts';
import { compare, type Evidence } from '../decision/evidence.ts';
import { jaccard, wordOverlap } from '../decision/overlap.ts';
import type { Signature } from '../signature/signature.ts';
import { templatesOf } from './template.ts';

/** A text that looks for its story, and one that has its own. */
export interface Telling {
  readonly signature: Signature;
  /** Milliseconds since 1970: when it was published, or else first seen. */
  readonly publishedAt: number;
}

export interface Candidate extends Telling {
  readonly id: number;
  readonly storyId: number;
}

export interface Match {
  readonly candidate: Candidate;
  readonly evidence: Evidence;
  readonly decision: Decision;
}

export interface Choice {
  /** The candidate that it is a copy of, surest first and then earliest; null for a story of its own. */
  readonly best: Match | null;
  /** What it is a part of, or what is a part of it. */
  readonly parts: readonly Match[];
  /** Everything that was weighed, surest first. */
  readonly matches: readonly Match[];
}

export interface ChoiceOptions {
  /** Candidates further away in time tell what is said every day, and are no matches. */
  readonly windowMs: number;
  /** Another rule than the one that ships, as trainers and replays have. */
  readonly rule: (evidence: Evidence) => Decision;
}

/** More candidates than these say nothing new; callers give those that share most keys. */
export const MAX_CANDIDATES = 96;
export const DEFAULT_WINDOW_MS = 72 * 3_600_000;

/**
 * Finds the story of a text among candidates: by the best match, not by all that match, so that stories do not
 * grow together through a chain of half-likenesses.
 */
export function chooseStory(
  text: Telling,
  candidates: readonly Candidate[],
  { windowMs = DEFAULT_WINDOW_MS, rule = decide }: Partial<ChoiceOptions> = {},
): Choice {
  const weighed = candidates.slice(0, MAX_CANDIDATES);
  const templateFor = templatesOf(text.signature, weighed);
  const matches = weighed
    .filter(({ publishedAt }) => Math.abs(text.publishedAt - publishedAt) <= windowMs)
    .map((candidate): Match => {
      const template = templateFor(candidate.storyId);
      const evidence = compare(text.signature, candidate.signature, {
        gapMs: text.publishedAt - candidate.publishedAt,
        ...(template && { template }),
        recurringTitle: isTitleElsewhere(text, candidate, weighed),
      });
      return { candidate, evidence, decision: rule(evidence) };
    })
    .sort(
      (a, b) =>
        b.decision.sureness - a.decision.sureness ||
        a.candidate.publishedAt - b.candidate.publishedAt ||
        a.candidate.id - b.candidate.id,
    );
  const best = matches.find(({ decision }) => decision.relation === 'copy') ?? null;
  const parts = matches.filter(({ decision }) => decision.relation === 'part_of');
  return { best, parts, matches };
}

const SAME_TITLE = 0.9;

/** Whether another story of another day has the title that these two share. */
function isTitleElsewhere(text: Telling, candidate: Candidate, all: readonly Candidate[]): boolean {
  return all.some(
    ({ storyId, signature, publishedAt }) =>
      storyId !== candidate.storyId &&
      Math.abs(publishedAt - text.publishedAt) > DAY / 2 &&
      jaccard(wordOverlap(signature.title, text.signature.title)) >= SAME_TITLE,
  );
}

const DAY = 86_400_000;
