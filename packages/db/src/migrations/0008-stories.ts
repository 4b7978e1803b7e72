import { type Kysely, sql } from 'kysely';

/**
 * One story, once: what texts are compared by lies beside the draft and stays with the article, the keys under which it
 * is found in partitions of a day. A story has a representative and may be merged; a report in a round-up is a part.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const views: Readonly<
  Record<string, { query: string; says: string; columns: Record<string, string> }>
> = {
  headlines: {
    says: 'The latest headlines of all publishers, one per story: that of its representative',
    query: `select s.id as story_id, r.id as article_id, r.publisher_id, c.title, c.language, d.address as url,
        r.published_at, s.articles, s.publishers, s.first_published_at, s.last_published_at
      from nashra.story s join nashra.article r on r.id = s.representative_id
      join nashra.content c on c.id = r.content_id join nashra.address d on d.id = r.address_id
      where s.articles > 0`,
    columns: {
      story_id: 'Stays when the representative changes',
      article_id:
        'The representative: the fullest, then one by an agency, then the earliest; it stays while nothing much fuller comes',
      publisher_id: 'Of the representative',
      title: 'Of the representative, as it reads now',
      language: 'BCP 47, of the representative',
      url: 'The original page of the representative',
      published_at: 'Of the representative',
      articles: 'How many articles tell the story',
      publishers: 'How many publishers tell it',
      first_published_at: 'Of its earliest article, as stated',
      last_published_at: 'Of its latest article; order by it, descending, for the latest headlines',
    },
  },
  story_versions: {
    says: 'Who had a story when, and from whom: the articles of stories that several tell, in the order of first publication; there some seconds after the article',
    query: `select v.story_id, v.place, v.article_id, a.publisher_id, v.published_at, v.published_from, v.published_to,
        v.doubts, v.delay_seconds, v.kind, v.taken_from, v.taken_share, v.agencies
      from nashra.version v join nashra.article a on a.id = v.article_id and a.revision > 0`,
    columns: {
      story_id: 'The story as it is now',
      place: 'Counts from 1: who was first',
      article_id: 'One row an article',
      publisher_id: 'Who published it',
      published_at: 'When it was likely first out: as stated, weighed against when it was seen',
      published_from: 'The earliest that is possible',
      published_to: 'The latest that is possible',
      doubts:
        'Why the stated time is not taken as it stands: none_stated, future, midnight, day_only, …',
      delay_seconds: 'After the first of the story',
      kind: 'original, copy, edited, extended, part_of or title, beside the earlier one it took most from',
      taken_from: 'The earlier article of which most of its text is; null for its own words',
      taken_share: 'The share of its text that stands there, 0 to 1',
      agencies:
        'Agencies it credits, by the code each signs with; an empty one where only «agencies» are named',
    },
  },
  parts: {
    says: 'Reports that stand in a longer text of another story, such as a round-up',
    query: `select p.part_id, p.whole_id, p.sureness, p.rule, p.at from nashra.part p
      join nashra.article a on a.id = p.part_id and a.revision > 0
      join nashra.article b on b.id = p.whole_id and b.revision > 0`,
    columns: {
      part_id: 'The article that is the part',
      whole_id: 'The article in which it stands',
      sureness: 'How near the two are to one story, 0 to 1; below a half',
      rule: 'Version of the signatures and of the rule that decided',
      at: 'When that was decided',
    },
  },
};

const viewsMade = Object.entries(views).flatMap(([name, { query, says, columns }]) => [
  `create view reader.${name} as ${query}`,
  `comment on view reader.${name} is '${says}'`,
  ...Object.entries(columns).map(
    ([column, comment]) => `comment on column reader.${name}.${column} is '${comment}'`,
  ),
]);

const KINDS = ['article_created', 'article_revised'];
const MORE_KINDS = [...KINDS, 'story_merged', 'story_split', 'article_moved'];
const kinds = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

const changes = (columns: string, kind: string) => [
  `create or replace view reader.changes as select ${columns} from nashra.change`,
  `comment on column reader.changes.kind is '${kind}'`,
];
const CHANGES = 'seq, kind, article_id, story_id, revision, at';

const stories = (more: string) =>
  `create or replace view reader.stories as
    select id, articles, publishers, first_published_at, last_published_at${more} from nashra.story`;

const statements = [
  `alter table nashra.draft add column signature bytea, add column candidate_keys integer[],
    add column credits jsonb, alter column signature set storage external`,
  `create table nashra.signature (
    article_id bigint primary key references nashra.article on delete cascade,
    version smallint not null,
    packed bytea storage plain not null,
    keys integer[] storage plain not null,
    text_key bytea,
    title_key bytea,
    language text not null,
    words integer not null,
    credits jsonb not null,
    published_at timestamptz not null,
    is_stated boolean not null,
    seen_at timestamptz not null default now(),
    rule text,
    like_id bigint,
    sureness real,
    evidence jsonb
  )`,
  `create table nashra.candidate_key (
    key integer not null,
    article_id bigint not null
  ) partition by range (article_id)`,
  'create index candidate_key_key on nashra.candidate_key (key)',
  // A day is a range of ids, since ids carry the time. The scheduler goes on from here.
  `do $$ declare day timestamptz := date_trunc('day', now(), 'UTC'); begin
    for ahead in -7..7 loop
      execute format('create table nashra.%I partition of nashra.candidate_key for values from (%s) to (%s)',
        'candidate_key_' || to_char((day + ahead * interval '24 hours') at time zone 'UTC', 'YYYYMMDD'),
        nashra.id_at(day + ahead * interval '24 hours'), nashra.id_at(day + (ahead + 1) * interval '24 hours'));
    end loop;
  end $$`,
  `create table nashra.stop_key (key integer primary key, noted_at timestamptz not null default now())`,
  `create table nashra.part (
    part_id bigint not null references nashra.article on delete cascade,
    whole_id bigint not null references nashra.article on delete cascade,
    sureness real not null,
    rule text not null,
    evidence jsonb not null,
    at timestamptz not null default now(),
    primary key (part_id, whole_id),
    check (part_id <> whole_id)
  )`,
  'create index part_whole on nashra.part (whole_id)',
  `create table nashra.version (
    article_id bigint primary key references nashra.article on delete cascade,
    story_id bigint not null,
    place integer not null check (place > 0),
    published_at timestamptz not null,
    published_from timestamptz not null,
    published_to timestamptz not null,
    doubts text[] not null,
    delay_seconds bigint not null check (delay_seconds >= 0),
    kind text not null check (kind in ('original', 'copy', 'edited', 'extended', 'part_of', 'title')),
    taken_from bigint,
    taken_share real not null,
    agencies text[] not null
  )`,
  'create index version_story on nashra.version (story_id, place)',
  `create table nashra.ruling (
    article_id bigint primary key references nashra.article on delete cascade,
    story_id bigint not null,
    at timestamptz not null default now()
  )`,
  `alter table nashra.story add column representative_id bigint references nashra.article on delete set null,
    add column merged_into bigint references nashra.story, add column is_chained boolean not null default true,
    add check (merged_into <> id)`,
  'create index story_unchained on nashra.story (id) where not is_chained',
  'create index story_representative on nashra.story (representative_id) where representative_id is not null',
  'create index story_merged_into on nashra.story (merged_into) where merged_into is not null',
  `update nashra.story s set representative_id = (
    select a.id from nashra.article a join nashra.content c on c.id = a.content_id
    where a.story_id = s.id and a.revision > 0 order by c.word_count desc, a.published_at, a.id limit 1)
    where s.articles > 0`,
  `${stories(', representative_id, merged_into')} where articles > 0 or merged_into is not null`,
  `comment on column reader.stories.articles is 'Copies included; 0 for a story that was merged into another'`,
  `comment on column reader.stories.representative_id is 'The article to show for it'`,
  `comment on column reader.stories.merged_into is 'The story that tells this report now; null where it does so itself'`,
  `alter table nashra.change drop constraint change_kind_check,
    add constraint change_kind_check check (kind in (${kinds(MORE_KINDS)})),
    alter column article_id drop not null, alter column revision drop not null, add column other_story_id bigint,
    add check ((article_id is null) = (kind in ('story_merged', 'story_split')))`,
  ...changes(`${CHANGES}, other_story_id`, MORE_KINDS.join(', ')),
  `comment on column reader.changes.article_id is 'Null for what befell a story as a whole'`,
  `comment on column reader.changes.other_story_id is 'story_merged: into which; story_split: which new one came out of it; article_moved: where it was before'`,
  ...viewsMade,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant select on reader.headlines, reader.story_versions, reader.parts, reader.stories, reader.changes
        to nashra_reader;
    end if;
  end $$`,
];

const undo = [
  'drop view reader.headlines, reader.story_versions, reader.parts, reader.stories, reader.changes',
  `delete from nashra.change where kind not in (${kinds(KINDS)})`,
  `alter table nashra.change drop constraint change_check, drop constraint change_kind_check,
    add constraint change_kind_check check (kind in (${kinds(KINDS)})),
    alter column article_id set not null, alter column revision set not null, drop column other_story_id`,
  ...changes(CHANGES, 'article_created or article_revised'),
  `comment on view reader.changes is
    'The change feed: read on with seq > the last one seen, in order. Nothing is filled in late.'`,
  'alter table nashra.story drop column representative_id, drop column merged_into, drop column is_chained',
  `${stories('')} where articles > 0`,
  `comment on view reader.stories is 'Reports, each with how many articles tell it.'`,
  'drop table nashra.ruling, nashra.version, nashra.part, nashra.stop_key, nashra.candidate_key, nashra.signature',
  `alter table nashra.draft drop column signature, drop column candidate_keys, drop column credits`,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant select on reader.stories, reader.changes to nashra_reader;
    end if;
  end $$`,
];
