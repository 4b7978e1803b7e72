import { revealed, type Secret } from '@nashra/env';

export interface Node {
  readonly host: string;
  readonly port: number;
}

/** Where Redis is, and in which of its shapes. */
export interface RedisAddress {
  readonly shape: 'single' | 'cluster' | 'sentinel';
  /** Of a single one the server; else some by which the others are found. */
  readonly nodes: readonly [Node, ...Node[]];
  /** Of a sentinel: how it calls the master. */
  readonly master: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
  readonly tls: boolean;
  /** File of certificates to trust instead of the system's. */
  readonly ca: string | undefined;
}

/**
 * Reads `redis://user:password@host:6379/0`, `rediss:` for TLS, and of what stands behind the question mark `cluster=true`,
 * `sentinel=<name of the master>`, `nodes=host:port,…` (further ones) and `ca=<file>`.
 *
 * @throws TypeError that never says what the address holds
 */
export function readRedisAddress(address: string | Secret): RedisAddress {
  const text = revealed(address);
  if (!URL.canParse(text)) throw new TypeError('REDIS_URL is no address');
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const unknown = [...searchParams.keys()].find((it) => !KNOWN.includes(it));
  if (unknown !== undefined) throw new TypeError(`REDIS_URL: ${KNOWN.join(', ')} are known there`);
  const master = searchParams.get('sentinel') ?? undefined;
  const isCluster = searchParams.get('cluster') === 'true';
  if (isCluster && master !== undefined)
    throw new TypeError('REDIS_URL: a cluster has no sentinels');
  const usual = master === undefined ? 6_379 : 26_379;
  const further = (searchParams.get('nodes') ?? '').split(',').filter(Boolean);
  if (further.length > 0 && !isCluster && master === undefined)
    throw new TypeError('REDIS_URL: a single Redis has no further nodes');
  const db = Number(pathname.slice(1) || 0);
  if (!Number.isInteger(db) || (isCluster && db !== 0))
    throw new TypeError('REDIS_URL: the path is the number of a database, a cluster has one');
  return {
    shape: isCluster ? 'cluster' : master === undefined ? 'single' : 'sentinel',
    nodes: [nodeOf(hostname, port, usual), ...further.map((it) => readNode(it, usual))],
    master,
    username: username ? decodeURIComponent(username) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
    db,
    tls: protocol === 'rediss:',
    ca: searchParams.get('ca') ?? undefined,
  };
}

const KNOWN: readonly string[] = ['cluster', 'sentinel', 'nodes', 'ca'];

function readNode(text: string, usual: number): Node {
  if (!URL.canParse(`redis://${text}`)) throw new TypeError('REDIS_URL: nodes are host:port');
  const { hostname, port } = new URL(`redis://${text}`);
  return nodeOf(hostname, port, usual);
}

function nodeOf(hostname: string, port: string, usual: number): Node {
  return {
    host: hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: port ? Number(port) : usual,
  };
}
