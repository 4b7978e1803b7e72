import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface Column {
  readonly view: string;
  readonly name: string;
  readonly type: string;
  readonly says: string | null;
}

export interface Contract {
  readonly views: readonly { readonly name: string; readonly says: string | null }[];
  readonly columns: readonly Column[];
  readonly functions: readonly { readonly call: string; readonly says: string | null }[];
}

/** What the database itself says of schema `reader`. */
export async function readContract(db: Queryable): Promise<Contract> {
  const { rows: views } = await sql<{ name: string; says: string | null }>`
    select relname as name, obj_description(oid, 'pg_class') as says from pg_class
    where relnamespace = 'reader'::regnamespace and relkind in ('v', 'r', 'm', 'f') order by relname`.execute(
    db,
  );
  const { rows: columns } = await sql<Column>`
    select c.relname as view, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      col_description(c.oid, a.attnum) as says
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'reader'::regnamespace and c.relkind in ('v', 'r', 'm', 'f')
    order by c.relname, a.attnum`.execute(db);
  const { rows: functions } = await sql<{ call: string; says: string | null }>`
    select format('%s(%s) → %s', proname, pg_get_function_arguments(oid), pg_get_function_result(oid)) as call,
      obj_description(oid, 'pg_proc') as says
    from pg_proc where pronamespace = 'reader'::regnamespace order by 1`.execute(db);
  return { views, columns, functions };
}

const BEGIN = '<!-- from the database: npm run docs:reader -->';
const END = '<!-- so far from the database -->';

/** The page with what the database says in its place. */
export function withContract(page: string, contract: Contract): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error('the page has no place for the contract');
  return `${page.slice(0, from)}${BEGIN}\n\n${describe(contract)}\n${page.slice(to)}`;
}

function describe({ views, columns, functions }: Contract): string {
  const parts = views.map(({ name, says }) => {
    const rows = columns
      .filter((column) => column.view === name)
      .map((it) => `| \`${it.name}\` | ${it.type} | ${cell(it.says)} |`);
    return `### ${name}\n\n${says}\n\n| column | type | |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const calls = functions.map(({ call, says }) => `| \`${cell(call)}\` | ${cell(says)} |`);
  return `${parts.join('\n')}\n### Functions\n\n| function | |\n|---|---|\n${calls.join('\n')}\n`;
}

const cell = (text: string | null) => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ');
