import { EnvironmentError } from './environment-error.ts';

/** How deep causes are followed. */
const MAX_DEPTH = 5;

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left',
  EDQUOT: 'no space left for this user',
  EROFS: 'read-only',
  EIO: 'the disk fails',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  ENOMEM: 'no memory left',
  ESTALE: 'the disk went away',
};

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Of SQLSTATE (PostgreSQL, appendix A): by code, else by its class. */
const POSTGRES: Readonly<Record<string, string>> = {
  '25006': 'read-only',
  '42703': 'its schema is not that of this version',
  '42P01': 'its schema is not that of this version',
  '42883': 'its schema is not that of this version',
  '57014': 'a statement took too long',
  '55P03': 'a lock is held by somebody else',
  '08': 'the connection failed',
  '28': 'the login is refused',
  '53': 'no resources left',
  '57P': 'shutting down or starting',
  '58': 'the system beneath it fails',
};

/** Words of the two drivers, which have no codes for them. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|the server did not answer)/i;
const REDIS: readonly (readonly [RegExp, string])[] = [
  [/^OOM /, 'at its memory limit'],
  [/^READONLY /, 'read-only'],
  [/^(LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS) /, 'not ready'],
  [
    /^(Too many Cluster redirections|Failed to refresh slots cache|None of startup nodes|Cluster isn't ready|All sentinels are unreachable)/,
    'not ready',
  ],
  [/^MISCONF /, 'it cannot save'],
  [/^(NOAUTH|WRONGPASS|NOPERM) /, 'the login is refused'],
  [
    /^Command timed out|^Connection is closed|max retries per request|^Socket timeout/i,
    'no answer',
  ],
];

/** Faults that an address may bring about itself, by being more than a statement can bear. */
const DOUBTFUL: ReadonlySet<string> = new Set(['57014', '55P03']);

/** Something is wrong with what every address needs: Postgres, Redis, the bucket, the disk, memory. */
export interface Fault {
  /** As `postgres: read-only`. */
  readonly what: string;
  /** It may be the address's own doing after all: not to be believed for ever. */
  readonly isDoubtful: boolean;
}

/**
 * The fault of the environment behind an error; null where the error says nothing of the kind, so that it is the
 * address's own. Whoever meets such a fault spends nobody's attempts.
 */
export function environmentFault(error: unknown): Fault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_DEPTH; depth += 1) {
    const met = at as NodeJS.ErrnoException & { severity?: string };
    const what = faultOf(met);
    if (what) return { what, isDoubtful: DOUBTFUL.has(met.code ?? '') };
    at = at.cause;
  }
  return null;
}

function faultOf(error: NodeJS.ErrnoException & { severity?: string }): string | null {
  if (error instanceof EnvironmentError) return error.what;
  const { code = '', syscall = '', path, message, severity } = error;
  if (severity !== undefined) return named('postgres', ofPostgres(code));
  if (LOST.test(message)) return 'postgres: no answer';
  const redis = REDIS.find(([words]) => words.test(message));
  if (redis) return `redis: ${redis[1]}`;
  // A write names no file; what is not permitted without one may be a connection to a publisher.
  if (DISK[code] && (path !== undefined || !/^E(ACCES|PERM)$/.test(code)))
    return `disk: ${DISK[code]}`;
  // Requests to publishers have errors of their own: what is left are our servers.
  if (NETWORK.test(code) && ['connect', 'read', 'write', 'getaddrinfo'].includes(syscall))
    return `${syscall}: ${code}`;
  return null;
}

const ofPostgres = (code: string): string | undefined =>
  POSTGRES[code] ?? POSTGRES[code.slice(0, 3)] ?? POSTGRES[code.slice(0, 2)];

const named = (server: string, what: string | undefined): string | null =>
  what === undefined ? null : `${server}: ${what}`;
