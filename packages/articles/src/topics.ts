import { arrayText, type Queryable } from '@nashra/db';
import {
  compareTopics,
  isSameEvent,
  marksOf,
  packTopic,
  TOPIC_HOURS,
  TOPIC_RULE,
  topicOf,
  unpackTopic,
} from '@nashra/similarity';
import { sql } from 'kysely';

/** The title and the first lines say what a text is about; more of it is not read. */
const LEAD_CHARACTERS = 2_000;
/** Of those that share marks with a text so many are compared, those that share most. */
const CANDIDATES = 50;

interface Fresh {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly publishedAt: Date;
}

interface Candidate {
  readonly id: number;
  readonly of: number;
  readonly topic: unknown;
  readonly gapMs: number;
}

/**
 * Looks for what else tells of the same event in other words, for stories that have come since: by their representatives.
 * What is older than two texts of one event may be apart is forgotten. It makes no two stories one.
 *
 * @returns how many texts were looked at
 */
export async function tellTopics(db: Queryable, limit: number): Promise<number> {
  await sql`delete from nashra.topic_text
    where article_id < nashra.id_at(now() - make_interval(hours => ${2 * TOPIC_HOURS}::int))`.execute(
    db,
  );
  const { rows: fresh } = await sql<Fresh>`
    select a.id, c.title, left(c.body, ${LEAD_CHARACTERS}) as body, coalesce(c.language, '') as language,
      a.published_at as "publishedAt"
    from nashra.article a join nashra.story s on s.representative_id = a.id
    join nashra.content c on c.id = a.content_id left join nashra.topic_text t on t.article_id = a.id
    where a.id >= nashra.id_at(now() - make_interval(hours => ${TOPIC_HOURS}::int)) and a.revision > 0
      and t.article_id is null
    order by a.id limit ${limit}`.execute(db);
  if (fresh.length === 0) return 0;
  const topics = new Map(fresh.map((text) => [text.id, topicOf(text)]));
  const told = [...topics.values()];
  await sql`
    insert into nashra.topic_text select id, at, marks::int[], topic::jsonb from unnest(
      ${[...topics.keys()]}::bigint[], ${fresh.map((it) => it.publishedAt)}::timestamptz[],
      ${told.map((it) => arrayText(marksOf(it)))}::text[], ${told.map(packTopic)}::text[]) as t(id, at, marks, topic)`.execute(
    db,
  );
  const { rows: candidates } = await sql<Candidate>`
    select o.article_id as id, m.article_id as of, o.topic,
      (extract(epoch from m.published_at - o.published_at) * 1000)::float8 as "gapMs"
    from nashra.topic_text m cross join lateral (
      select t.article_id, t.topic, t.published_at from nashra.topic_text t
      where t.marks && m.marks and t.article_id <> m.article_id
        and t.published_at between m.published_at - make_interval(hours => ${TOPIC_HOURS}::int)
          and m.published_at + make_interval(hours => ${TOPIC_HOURS}::int)
      order by (select count(*) from unnest(t.marks) as mark where mark = any(m.marks)) desc, t.article_id
      limit ${CANDIDATES}) as o
    where m.article_id = any(${[...topics.keys()]}::bigint[])`.execute(db);
  const found = candidates.flatMap(({ id, of, topic, gapMs }) => {
    const mine = topics.get(of);
    const evidence = mine && compareTopics(mine, unpackTopic(topic), gapMs);
    if (!evidence || !isSameEvent(evidence)) return [];
    return [{ first: Math.min(id, of), second: Math.max(id, of), evidence }];
  });
  await sql`
    insert into nashra.topic (article_id, other_id, evidence, rule)
    select first, second, evidence, ${TOPIC_RULE} from json_to_recordset(${JSON.stringify(found)}::json)
      as t(first bigint, second bigint, evidence jsonb)
    on conflict do nothing`.execute(db);
  return fresh.length;
}
