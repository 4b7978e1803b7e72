import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import type { Store } from '../world/store.ts';
import { differ } from './differ.ts';
import type { Ids } from './ids.ts';

/** Tables whose rows are held against each other at the end: by which column a row is known, and what of it both have. */
const TABLES = [
  {
    table: 'address',
    key: ['id'],
    columns: `id, address, host, publisher_id as "publisherId", kind, state, reason, article_id as "articleId",
      capture_id as "captureId", etag, last_modified as "lastModified", encode(guid_key, 'hex') as "guidKey",
      encode(entry_hash, 'hex') as "entryHash", found_in as "foundIn", vain, again_at as "againAt",
      again_lane as "againLane", unlisted_at as "unlistedAt", updated_at as "updatedAt"`,
  },
  {
    table: 'flight',
    key: ['addressId'],
    columns: `address_id as "addressId", state, reason, host, lane, publisher_id as "publisherId", due_at as "dueAt", whole,
      capture_id as "captureId", etag, last_modified as "lastModified", article_id as "articleId", again_ms as "againMs",
      waits, rescues, moved_at as "movedAt"`,
  },
  {
    table: 'article',
    key: ['id'],
    columns: `id, publisher_id as "publisherId", address_id as "addressId", story_id as "storyId", copy_of as "copyOf", revision,
      content_id as "contentId"`,
  },
  {
    table: 'revision',
    key: ['articleId', 'number'],
    columns: `article_id as "articleId", number, content_id as "contentId"`,
  },
  {
    table: 'content',
    key: ['id'],
    columns: `id, title, encode(content_hash, 'hex') as "contentHash", capture_id as "captureId"`,
  },
  {
    table: 'draft',
    key: ['addressId'],
    columns: `address_id as "addressId", content_id as "contentId", article_id as "articleId"`,
  },
] as const;

interface Row {
  readonly [column: string]: unknown;
}

/** In which row the two differ; null where in none. */
export async function differTables(store: Store, db: Db, ids: Ids): Promise<string | null> {
  for (const { table, key, columns } of TABLES) {
    const { rows } = await sql.raw<Row>(`select ${columns} from nashra.${table}`).execute(db);
    const nameOf = (row: Row) => key.map((column) => ids.toModel(row[column])).join(' ');
    const real = new Map(rows.map((row) => [nameOf(row), row]));
    const model = store.rows<Row>(table);
    if (model.length !== real.size) {
      return `${table}: the model has ${model.length} rows, the database ${real.size}`;
    }
    for (const row of model) {
      const name = key.map((column) => row[column]).join(' ');
      const other = real.get(name);
      if (!other) return `${table}: ${name} is not in the database`;
      for (const column of Object.keys(other)) {
        const said = other[column];
        const value = said instanceof Date ? +said : said;
        const found = differ(row[column], value, ids, `${table} ${name}.${column}`);
        if (found) return found;
      }
    }
  }
  return await differTales(store, db, ids);
}

/** Steps of addresses and changes of articles, in their order. */
async function differTales(store: Store, db: Db, ids: Ids): Promise<string | null> {
  const { rows: steps } = await sql
    .raw<Row>('select address_id as "addressId", state, reason from nashra.journal order by id')
    .execute(db);
  const { rows: changes } = await sql
    .raw<Row>(
      `select kind, article_id as "articleId", story_id as "storyId", revision, cause from nashra.change order by seq`,
    )
    .execute(db);
  const inModel = store.rows<{ id: number }>('journal').toSorted((a, b) => a.id - b.id);
  // A number may be the id of one row there and of another here.
  const told = Map.groupBy(inModel as unknown as Row[], (it) => it['addressId']);
  const real = Map.groupBy(steps, (it) => ids.toModel(it['addressId']));
  for (const [address, way] of told) {
    const found = differInOrder(way, real.get(address) ?? [], ['state', 'reason'], ids);
    if (found) return `journal of ${address}: ${found}`;
  }
  const model = store.rows<{ seq: number }>('change').toSorted((a, b) => a.seq - b.seq);
  const columns = ['kind', 'articleId', 'storyId', 'revision', 'cause'];
  return differInOrder(model as unknown as Row[], changes, columns, ids);
}

function differInOrder(
  model: readonly Row[],
  real: readonly Row[],
  columns: readonly string[],
  ids: Ids,
): string | null {
  if (model.length !== real.length)
    return `${model.length} in the model, ${real.length} in the database`;
  for (const [at, row] of model.entries()) {
    for (const name of columns) {
      const found = differ(row[name], real[at]?.[name], ids, `${at}.${name}`);
      if (found) return found;
    }
  }
  return null;
}
