import { CliError } from './cli-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** One line for a person, and the code for a script. */
export interface Explanation {
  readonly line: string;
  readonly exitCode: ExitCode;
}

/** Known by their names, so that their packages need not be loaded to say what went wrong. */
interface NamedError extends Error {
  readonly code?: string;
  readonly path?: string;
  readonly issues?: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

export function explainError(error: unknown): Explanation {
  if (error instanceof CliError) return { line: error.message, exitCode: error.exitCode };
  if (!(error instanceof Error)) return failed(`Unexpected: ${error}`);
  const known = byName(error) ?? byCode(error);
  if (known) return known;
  const { message } = error;
  if (message.startsWith('DATABASE_URL'))
    return notRunning(`${message}; it is written postgres://user:password@host:5432/name.`);
  if (!message.startsWith('Bad environment')) {
    return failed(`Unexpected: ${message} (DEBUG=1 shows where)`);
  }
  return { line: message.replaceAll(/\n\s*/g, ' '), exitCode: EXIT.usage };
}

function byName(error: NamedError): Explanation | undefined {
  switch (error.name) {
    case 'NoSuchSourceError':
      return failed(`${error.message}. "nashra sources list" shows them all.`);
    case 'StackError':
      return failed(error.message);
    case 'FetchError':
      return failed(fetchLine(error));
    case 'FeedError':
      return failed(`No feed: ${error.message}.`);
    case 'WarcError':
      return failed(`No archive that can be read: ${error.message}.`);
    case 'ZodError':
      return failed(zodLine(error));
    case 'EnvironmentError':
      return notRunning(
        `The blob store does not do its work, ${error.message}. NASHRA_BLOBS names it.`,
      );
    case 'ReplyError':
      return /^(WRONGPASS|NOAUTH|NOPERM|ERR AUTH)/.test(error.message)
        ? notRunning(`Redis refuses the login in REDIS_URL: ${error.message}`)
        : undefined;
    case 'MaxRetriesPerRequestError':
      return notRunning('Redis does not answer. Is it running at REDIS_URL?');
    default:
      return undefined;
  }
}

function fetchLine({ code, message }: NamedError): string {
  if (message === 'not an address') return 'Not fetched: that is no web address.';
  if (code !== 'BLOCKED_ADDRESS') return `Not fetched, ${code}: ${message}.`;
  return `Not fetched: ${message}. Only public web servers are asked; FETCH_ALLOW_PRIVATE=host:port makes an exception.`;
}

function zodLine({ issues = [] }: NamedError): string {
  const said = issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const more = issues.length > said.length ? `; and ${issues.length - said.length} more` : '';
  return `Not as expected: ${said.join('; ')}${more}.`;
}

/** What was taken for a file, and is an address of another kind. */
const SCHEME = /^[a-z][a-z0-9+.-]+:\/\//i;

/** Errors of the system, of Postgres (SQLSTATE) and of Redis, by their codes. */
function byCode({ code, path, message }: NamedError): Explanation | undefined {
  if (message.includes('connection timeout'))
    return notRunning(
      'The database does not answer in time. Is it Postgres that listens at DATABASE_URL?',
    );
  if (message === 'Command timed out')
    return notRunning(
      'Redis does not answer in time. Does it speak TLS? REDIS_URL begins with rediss:// then, and else with redis://.',
    );
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
    case '57P03':
      return notRunning('The database does not answer. Is it running at DATABASE_URL?');
    case '53300':
      return notRunning(
        'Postgres has no connection left: raise its max_connections, or put a pooler before it (docs/operating.md).',
      );
    case '42501':
      return failed(
        `The login in DATABASE_URL may not do this (${message}); docs/security.md says which role may.`,
      );
    case '28P01':
    case '28000':
      return notRunning(`The database refuses the login in DATABASE_URL: ${message}.`);
    case '3D000':
      return notRunning(`No such database: ${message}. Create it, then run "nashra migrate".`);
    case '42P01':
    case '3F000':
    case '42703':
      return failed('The database is not at the newest schema: run "nashra migrate".');
    case 'ENOENT':
      return failed(
        SCHEME.test(path ?? '')
          ? `Only http and https addresses are asked: ${path}`
          : `No such file: ${path}`,
      );
    case 'EACCES':
      return failed(`Not allowed: ${path}. Check its owner and permissions.`);
    case 'ENOTDIR':
      return failed(`A file stands where a folder is wanted: ${path}`);
    case 'EISDIR':
      return failed('That is a folder; a file is wanted.');
    case 'ENOSPC':
      return failed('The disk is full.');
    default:
      return undefined;
  }
}

const failed = (line: string): Explanation => ({ line, exitCode: EXIT.failed });
const notRunning = (line: string): Explanation => ({ line, exitCode: EXIT.notRunning });
