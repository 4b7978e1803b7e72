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
  ENXIO: 'the disk went away',
  ENODEV: 'the disk went away',
  ENOTCONN: 'the disk went away',
  EHOSTDOWN: 'the disk went away',
  EREMOTEIO: 'the disk fails',
  ENOTDIR: 'its folder is a file',
  EBUSY: 'busy',
};

/** What these mean depends on whether a file was asked for or a server. */
const OF_FILES = /^E(ACCES|PERM|NOTCONN|HOSTDOWN)$/;

/** This machine has nothing left to connect with: said of whoever was asked, it is nobody's but ours. */
const OWN_NETWORK: Readonly<Record<string, string>> = {
  EADDRNOTAVAIL: 'no port left',
  ENOBUFS: 'no memory left for connections',
  ENETDOWN: 'it is down',
};

const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENOTFOUND|EAI_AGAIN)$/;

/** A certificate of one of our servers: out of date, of another name, of nobody we know. */
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/;

/** Of SQLSTATE (PostgreSQL, appendix A): by code, else by its class. */
const POSTGRES: Readonly<Record<string, string>> = {
  '25006': 'read-only',
  '42703': 'its schema is not that of this version',
  '42P01': 'its schema is not that of this version',
  '42883': 'its schema is not that of this version',
  '42704': 'its schema is not that of this version',
  '3F': 'its schema is not that of this version',
  '42501': 'no permission',
  '3D': 'the database is not there',
  // Of a connection whose statements were prepared before a migration, or by somebody else at a pooler.
  '26000': 'what was prepared is gone',
  '42P05': 'what was prepared is gone',
  '25P': 'a transaction took too long',
  '40': 'transactions stand in each other’s way',
  '55': 'it is not in the state for that',
  '72': 'a snapshot is too old',
  F0: 'the system beneath it fails',
  XX001: 'its data is damaged',
  XX002: 'its data is damaged',
  '57014': 'a statement took too long',
  '55P03': 'a lock is held by somebody else',
  '08': 'the connection failed',
  '28': 'the login is refused',
  '53': 'no resources left',
  '57P': 'shutting down or starting',
  '58': 'the system beneath it fails',
};

/** What Postgres says under a code that means something else too. */
const POSTGRES_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^cached plan must not change result type/, 'what was prepared is gone'],
  [/^database is not accepting commands/, 'no resources left'],
];

/** Words of the two drivers, which have no codes for them. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|Cannot use a pool after|timeout exceeded when trying to connect|Query read timeout|the server did not answer)/i;
/** What a script of ours met is said behind this, in versions before 7 and in other servers of its kind. */
const BY_SCRIPT = /^ERR (?:Error running script|user_script)[^A-Z]*/;
const REDIS: readonly (readonly [RegExp, string])[] = [
  [/^OOM /, 'at its memory limit'],
  [/^READONLY /, 'read-only'],
  [/^(LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|UNBLOCKED|EXECABORT) /, 'not ready'],
  [/^BUSY /, 'a script holds it'],
  [/^(MOVED|ASK) /, 'it is a cluster, and its address does not say so'],
  [/^ERR max number of clients/, 'no connections left'],
  [
    /^(Too many Cluster redirections|Failed to refresh slots cache|None of startup nodes|Cluster isn't ready|All sentinels are unreachable)/,
    'not ready',
  ],
  [/^MISCONF /, 'it cannot save'],
  [/^(NOAUTH|WRONGPASS|NOPERM) |^ERR invalid password/, 'the login is refused'],
  [
    /^Command timed out|^Connection is closed|max retries per request|^Socket timeout|^Stream isn't writeable/i,
    'no answer',
  ],
];

/** Faults that an address may bring about itself, by being more than a statement can bear. */
const DOUBTFUL = /^(57014|25P|40|55|72|XX)/;

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
    // A name with several addresses fails by all of them at once.
    const met = (at instanceof AggregateError ? (at.errors[0] ?? at) : at) as Met;
    const what = faultOf(met);
    if (what) return { what, isDoubtful: isOfPostgres(met) && DOUBTFUL.test(met.code ?? '') };
    at = at.cause;
  }
  return null;
}

/**
 * What this machine lacks, behind an error of a connection to anybody, so that it is not the other side's doing; null
 * where it may be.
 */
export function ownFault(error: unknown): Fault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_DEPTH; depth += 1) {
    const { code = '' } = (at instanceof AggregateError ? (at.errors[0] ?? at) : at) as Met;
    const what = /^E[MN]FILE$/.test(code) ? named('disk', DISK[code]) : ofOwnNetwork(code);
    if (what) return { what, isDoubtful: false };
    at = at.cause;
  }
  return null;
}

type Met = NodeJS.ErrnoException & { readonly severity?: string };

const isOfPostgres = ({ severity }: Met): boolean => severity !== undefined;

function faultOf(error: Met): string | null {
  if (error instanceof EnvironmentError) return error.what;
  const { code = '', syscall = '', path, message } = error;
  if (isOfPostgres(error)) return named('postgres', ofPostgres(code, message));
  if (LOST.test(message)) return 'postgres: no answer';
  const redis = wordsOf(REDIS, message.replace(BY_SCRIPT, ''));
  if (redis) return `redis: ${redis}`;
  // A write names no file; what is not permitted without one may be a connection to a publisher.
  if (DISK[code] && (path !== undefined || !OF_FILES.test(code))) return `disk: ${DISK[code]}`;
  if (CERTIFICATE.test(code)) return `tls: ${code}`;
  const own = ofOwnNetwork(code);
  if (own) return own;
  // Requests to publishers have errors of their own: what is left are our servers.
  if (NETWORK.test(code) && ['connect', 'read', 'write', 'getaddrinfo'].includes(syscall))
    return `${syscall}: ${code}`;
  return null;
}

const wordsOf = (
  table: readonly (readonly [RegExp, string])[],
  message: string,
): string | undefined => table.find(([words]) => words.test(message))?.[1];

const ofOwnNetwork = (code: string): string | null => named('network', OWN_NETWORK[code]);

const ofPostgres = (code: string, message: string): string | undefined =>
  wordsOf(POSTGRES_WORDS, message) ??
  POSTGRES[code] ??
  POSTGRES[code.slice(0, 3)] ??
  POSTGRES[code.slice(0, 2)];

const named = (server: string, what: string | undefined): string | null =>
  what === undefined ? null : `${server}: ${what}`;
