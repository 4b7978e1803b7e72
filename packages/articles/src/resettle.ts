import type { Queryable } from '@nashra/db';
import { RULE } from '@nashra/similarity';
import { sql } from 'kysely';
import { mergeStories, StoryError, splitStory } from './move-articles.ts';
import type { Redecided } from './redecide.ts';

/** What came of articles that were decided again. */
export interface Resettled {
  readonly moved: number;
  /** They had moved meanwhile, and are left where they are. */
  readonly left: readonly number[];
}

/** Articles that go from one story to one place. */
interface Group {
  readonly from: number;
  readonly articleIds: number[];
}

/**
 * Moves articles to where they were decided to belong, place by place, each in a transaction of its own, and keeps what
 * decided. A story that all of its articles leave is merged; others are split. Run again, it goes on where it stopped.
 */
export async function resettle(
  db: Queryable,
  redecided: readonly Redecided[],
  onMoved: (articles: number) => void = () => {},
): Promise<Resettled> {
  let moved = 0;
  const left: number[] = [];
  for (const [place, groups] of placesOf(redecided)) {
    const [into] = place.startsWith('-') ? [] : [Number(place)];
    const all = groups.flatMap(({ articleIds }) => articleIds);
    try {
      await db.transaction().execute((tx) => gather(tx, groups, into));
      moved += all.length;
    } catch (error) {
      if (!(error instanceof StoryError)) throw error;
      left.push(...all);
    }
    onMoved(all.length);
  }
  const standing = new Set(left);
  await keepRule(
    db,
    redecided.filter(({ articleId }) => !standing.has(articleId)),
  );
  return { moved, left };
}

/** By the number of the place, negative for a story that is not there yet. */
function placesOf(redecided: readonly Redecided[]): Map<string, Group[]> {
  const places = new Map<string, Map<number, Group>>();
  for (const { articleId, from, to } of redecided) {
    if ('storyId' in to && to.storyId === from) continue;
    const place = String('storyId' in to ? to.storyId : -to.apartAs);
    const groups = places.get(place) ?? new Map<number, Group>();
    places.set(place, groups);
    const group = groups.get(from) ?? { from, articleIds: [] };
    groups.set(from, group);
    group.articleIds.push(articleId);
  }
  return new Map([...places].map(([place, groups]) => [place, [...groups.values()]]));
}

async function gather(tx: Queryable, groups: readonly Group[], into?: number): Promise<void> {
  let target = into;
  for (const { from, articleIds } of groups) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from nashra.article
      where story_id = ${from}`.execute(tx);
    const isWhole = rows[0]?.n === articleIds.length;
    const story = isWhole ? from : await splitStory(tx, articleIds, 'rule');
    if (target === undefined) target = story;
    else await mergeStories(tx, { from: story, into: target }, 'rule');
  }
}

const KEPT_TOGETHER = 1_000;

async function keepRule(db: Queryable, redecided: readonly Redecided[]): Promise<void> {
  for (let at = 0; at < redecided.length; at += KEPT_TOGETHER) {
    const rows = redecided.slice(at, at + KEPT_TOGETHER).map(({ articleId, like }) => ({
      articleId,
      likeId: like?.articleId ?? null,
      sureness: like?.sureness ?? null,
      evidence: like?.evidence ?? null,
    }));
    await sql`
      update nashra.signature s set rule = ${RULE}, like_id = it."likeId", sureness = it.sureness, evidence = it.evidence
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as it("articleId" bigint, "likeId" bigint, sureness real, evidence jsonb)
      where s.article_id = it."articleId"`.execute(db);
  }
}
