/**
 * What a program would do that has no pipeline: one process, one page after another. `straight` uses our extraction and
 * writes fifty rows at a time; `script` is the usual npm script (rss-parser, linkedom, readability, a row at a time).
 *   fork('loop.ts', ['straight' | 'script', JSON.stringify({ port, feeds, databaseUrl })])
 */
import { once } from 'node:events';
import { extract } from '@nashra/extract';
import { searchConfig, searchText } from '@nashra/text';
import pg from 'pg';
import { Agent, request } from 'undici';

const [kind, task = '{}'] = process.argv.slice(2);
const { port, feeds, databaseUrl } = JSON.parse(task) as {
  readonly port: number;
  readonly feeds: readonly string[];
  readonly databaseUrl: string;
};
const CONCURRENCY = 8;
const agent = new Agent({ connect: { lookup: undefined }, connections: 16 });
const db = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const table = `bench_${kind}_${process.pid}`;
await db.query(`create table ${table} (id bigint primary key generated always as identity, url text unique,
  title text, authors text[], body text, html text, language text, published_at timestamptz, search tsvector)`);
await db.query(`create index on ${table} using gin (search)`);
await db.query(`create index on ${table} (published_at desc)`);

/** Every host leads to the one server. */
async function get(url: string): Promise<Buffer> {
  const { host, pathname } = new URL(url);
  const answer = await request(`http://127.0.0.1:${port}${pathname}`, {
    headers: { host },
    dispatcher: agent,
  });
  return Buffer.from(await answer.body.arrayBuffer());
}

interface Row {
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly body: string;
  readonly html: string;
  readonly language: string | null;
  readonly published: string | null;
}

const read = kind === 'script' ? await scriptReader() : straightReader();
const batch = kind === 'script' ? 1 : 50;

function straightReader() {
  return async (url: string, bytes: Buffer): Promise<Row> => {
    const it = extract(bytes, { url });
    const { title, authors, body, html, language, published } = it;
    return { url, title, authors, body, html, language, published: published?.instant ?? null };
  };
}

async function scriptReader() {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  return async (url: string, bytes: Buffer): Promise<Row> => {
    const { document } = parseHTML(bytes.toString());
    const it = new Readability(document as never).parse();
    return {
      url,
      title: it?.title ?? '',
      authors: it?.byline ? [it.byline] : [],
      body: it?.textContent ?? '',
      html: it?.content ?? '',
      language: it?.lang ?? null,
      published: null,
    };
  };
}

async function linksOf(feed: string): Promise<string[]> {
  const text = (await get(feed)).toString();
  if (kind !== 'script')
    return [...text.matchAll(/<link>([^<]+\/news\/[^<]+)<\/link>/g)].map((it) => it[1] ?? '');
  const { default: Parser } = await import('rss-parser');
  const { items } = await new Parser().parseString(text);
  return items.flatMap(({ link }) => (link ? [link] : []));
}

async function write(rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => {
    const language = row.language ?? '';
    const title = searchText(row.title);
    const body = searchText(row.body.slice(0, 100_000));
    return { ...row, config: searchConfig(language), search_title: title, search_body: body };
  });
  await db.query(
    `insert into ${table} (url, title, authors, body, html, language, published_at, search)
     select url, title, authors, body, html, language, published, setweight(to_tsvector(config::regconfig, search_title), 'A')
       || setweight(to_tsvector(config::regconfig, search_body), 'B')
     from jsonb_to_recordset($1::jsonb) as r(url text, title text, authors text[], body text, html text, language text,
       published timestamptz, config text, search_title text, search_body text) on conflict do nothing`,
    [JSON.stringify(values)],
  );
}

/** Reads every feed and all that it shows, some pages at a time; how many there were. */
async function readAll(): Promise<number> {
  const links: string[] = [];
  for (const feed of feeds) links.push(...(await linksOf(feed)));
  let waiting: Row[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (let at = next++; at < links.length; at = next++) {
        const url = links[at] ?? '';
        waiting.push(await read(url, await get(url)));
        if (waiting.length < batch) continue;
        const rows = waiting;
        waiting = [];
        await write(rows);
      }
    }),
  );
  if (waiting.length > 0) await write(waiting);
  return links.length;
}

// Warm as a program that runs for long; the parent says when to be counted.
await readAll();
process.send?.('warm');
await once(process, 'message');
const started = process.cpuUsage();
const articles = await readAll();
const { user, system } = process.cpuUsage(started);
await db.query(`drop table ${table}`);
await db.end();
await agent.close();
process.send?.({ articles, cpuMs: (user + system) / 1_000 });
process.disconnect?.();
