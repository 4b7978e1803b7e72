import { type Kysely, sql } from 'kysely';

/** Stories that are likely about one event, told in other words or another language: a looser relation, off by default. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const columns: Readonly<Record<string, string>> = {
  story_id: 'A story',
  other_story_id:
    'Another that is likely about the same event; each pair stands here both ways, and is never one story by that',
  article_id: 'The article of the first story that was compared',
  other_article_id: 'That of the other',
  evidence: 'What the two share: names, numbers, places, words',
  rule: 'Version of the rule that decided',
  at: 'When that was decided',
};

const oneWay = (mine: string, others: string) =>
  `select a.story_id, b.story_id as other_story_id, a.id as article_id, b.id as other_article_id, t.evidence, t.rule, t.at
    from nashra.topic t join nashra.article a on a.id = t.${mine} and a.revision > 0
    join nashra.article b on b.id = t.${others} and b.revision > 0 and b.story_id <> a.story_id`;

const statements = [
  `create table nashra.topic_text (
    article_id bigint primary key references nashra.article on delete cascade,
    published_at timestamptz not null,
    marks integer[] not null,
    topic jsonb not null
  )`,
  'create index topic_text_marks on nashra.topic_text using gin (marks)',
  `create table nashra.topic (
    article_id bigint not null references nashra.article on delete cascade,
    other_id bigint not null references nashra.article on delete cascade,
    evidence jsonb not null,
    rule text not null,
    at timestamptz not null default now(),
    primary key (article_id, other_id),
    check (article_id < other_id)
  )`,
  'create index topic_other on nashra.topic (other_id)',
  `create view reader.topics as ${oneWay('article_id', 'other_id')} union all ${oneWay('other_id', 'article_id')}`,
  `comment on view reader.topics is 'Stories likely about one event in other words or another language; empty unless the setting TOPICS is on'`,
  ...Object.entries(columns).map(
    ([column, comment]) => `comment on column reader.topics.${column} is '${comment}'`,
  ),
];

const undo = ['drop view reader.topics', 'drop table nashra.topic, nashra.topic_text'];
