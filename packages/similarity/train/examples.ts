import type { Evidence } from '../src/decision/evidence.ts';
import { type Candidate, chooseStory, MAX_CANDIDATES } from '../src/story/choose-story.ts';
import type { Row } from './boosting.ts';
import type { Doc, HandPair } from './corpus.ts';

const WEEK = 7 * 86_400_000;
const FOUR_DAYS = 4 * 86_400_000;

export interface Example extends Row {
  /** Places of the two among the documents: of the later and of the earlier. */
  readonly at: number;
  readonly earlier: number;
  readonly evidence: Evidence;
}

/** Every pair that shares two keys, with what is known of it when the stories before it are decided right. */
export function examplesOf(docs: Doc[], pairs: readonly HandPair[]): Example[] {
  const stories = new Map<string, number>();
  const hand = new Set(pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const index = new Map<number, number[]>();
  const texts: Candidate[] = [];
  const examples: Example[] = [];
  for (const [at, doc] of docs.entries()) {
    const shared = new Map<number, number>();
    for (const key of doc.signature.keys) {
      const held = index.get(key) ?? [];
      for (const id of held) shared.set(id, (shared.get(id) ?? 0) + 1);
      index.set(key, [...held, at]);
    }
    const candidates = [...shared]
      .filter(
        ([id, keys]) => keys >= 2 && doc.publishedAt - (texts[id] as Candidate).publishedAt <= WEEK,
      )
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_CANDIDATES)
      .map(([id]) => texts[id] as Candidate);
    for (const { candidate, evidence } of chooseStory(doc, candidates, { windowMs: FOUR_DAYS })
      .matches) {
      const other = docs[candidate.id] as Doc;
      const isRead = hand.has(`${doc.id} ${other.id}`);
      const weight = (isRead ? 3 : 1) * (doc.kind.startsWith('nat') ? 1.5 : 1);
      examples.push({
        at,
        earlier: candidate.id,
        evidence,
        weight,
        isCopy: doc.clusterId === other.clusterId,
      });
    }
    if (!stories.has(doc.clusterId)) stories.set(doc.clusterId, at);
    const { signature, publishedAt } = doc;
    texts.push({ id: at, storyId: stories.get(doc.clusterId) as number, signature, publishedAt });
  }
  joinGroups(docs, examples, pairs);
  return examples;
}

/** Documents that were ever compared, or read as a pair, belong to one group. */
function joinGroups(docs: Doc[], examples: readonly Example[], pairs: readonly HandPair[]): void {
  const group = docs.map((doc) => doc.group);
  const top = (at: number): number => (group[at] === at ? at : top(group[at] as number));
  const place = new Map(docs.map(({ id }, at) => [id, at]));
  for (const { at, earlier } of examples) group[top(at)] = top(earlier);
  for (const { a, b } of pairs) group[top(place.get(a) as number)] = top(place.get(b) as number);
  for (const [at, doc] of docs.entries()) doc.group = top(at);
}
