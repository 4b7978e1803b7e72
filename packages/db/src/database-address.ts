import { revealed, type Secret } from '@nashra/env';

/** Where Postgres is, and what stands before it. */
export interface DatabaseAddress {
  /** An address that the driver reads, of each server that may be the primary. */
  readonly servers: readonly [string, ...string[]];
  /** A pooler lends its sessions for a transaction only: nothing that is said to one holds for the next. */
  readonly isPooled: boolean;
  /** Whether statements may have names: without a pooler, or with one that keeps them (PgBouncer since 1.21). */
  readonly mayPrepare: boolean;
}

const OURS = ['nodes', 'pooler', 'prepare'] as const;

/**
 * Reads `postgres://user:password@host:5432/name`, and of what stands behind the question mark `nodes=host:port,…` (further
 * servers, of which one is the primary), `pooler=transaction` and `prepare=true`; the rest is the driver's.
 *
 * @throws TypeError that never says what the address holds
 */
export function readDatabaseAddress(address: string | Secret): DatabaseAddress {
  const text = revealed(address);
  const url = URL.parse(text);
  if (!url) throw new TypeError('DATABASE_URL is no address');
  if (!/^postgres(ql)?:$/.test(url.protocol))
    throw new TypeError('DATABASE_URL is no address of Postgres');
  const given = (name: (typeof OURS)[number]) => url.searchParams.get(name);
  const [nodes, pooler, prepare] = [given('nodes'), given('pooler'), given('prepare')];
  // An address without any of it goes to the driver as it was written.
  if (nodes === null && pooler === null && prepare === null)
    return { servers: [text], isPooled: false, mayPrepare: true };
  for (const name of OURS) url.searchParams.delete(name);
  if (pooler !== null && pooler !== 'transaction')
    throw new TypeError('DATABASE_URL: the pooler is one of transactions, or needs no word');
  if (prepare !== null && !/^(true|false)$/.test(prepare))
    throw new TypeError('DATABASE_URL: prepare is true or false');
  const isPooled = pooler !== null;
  const further = (nodes ?? '').split(',').filter(Boolean);
  return {
    servers: [url.href, ...further.map((it) => serverAt(url, it))],
    isPooled,
    mayPrepare: prepare === null ? !isPooled : prepare === 'true',
  };
}

function serverAt(url: URL, node: string): string {
  if (!URL.canParse(`postgres://${node}`)) throw new TypeError('DATABASE_URL: nodes are host:port');
  const { hostname, port } = new URL(`postgres://${node}`);
  const other = new URL(url.href);
  other.hostname = hostname;
  other.port = port;
  return other.href;
}
