import { createHash, createHmac, randomBytes } from 'node:crypto';
import { stretch } from '@nashra/audit';
import type { OpsRole } from '@nashra/db';
import { isSameText } from '@nashra/site';
import type { Credentials } from './credentials.ts';

/** Guesses worked at together, and those that may wait. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 30;
/** Right passwords that are known again without all that work. */
const MOST_KNOWN = 100;

/** Who was let in, and the login by which their sessions are opened. */
export interface LetIn {
  /** Null for the login of the settings. */
  readonly who: string | null;
  readonly name: string;
  readonly role: OpsRole;
  readonly login: Buffer;
}

/** A row of somebody who may be let in. */
export interface Person {
  readonly name: string;
  readonly role: OpsRole;
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly login: Buffer;
}

export interface Passwords {
  /** `busy` when more guesses wait than are worth an answer. */
  verify(user: string, password: string): Promise<LetIn | false | 'busy'>;
  /** Says which password of the settings a session was opened by, and nothing of it. */
  readonly login: Buffer;
  /** The name of the settings' login. */
  readonly name: string;
}

/** Holds no password: only what scrypt makes of it. The login of the settings is an admin. */
export async function openPasswords(
  { user, password, secret }: Credentials,
  find: (name: string) => Promise<Person | undefined> = async () => undefined,
): Promise<Passwords> {
  const salt = createHash('sha256')
    .update(`nashra-ops\n${user}\n${secret?.reveal() ?? ''}`)
    .digest();
  const expected = await stretch(password.reveal(), salt);
  const login = createHash('sha256').update('login').update(expected).digest();
  const own: Person = { name: user, role: 'admin', salt, hash: expected, login };
  // A script logs in with each request: what was right a moment ago is known without all that work.
  const key = randomBytes(32);
  const known = new Set<string>();
  let working = 0;
  let waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (working >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      const [next, ...rest] = waiting;
      waiting = rest;
      // Whoever waits takes over this one's place.
      if (next) next();
      else working -= 1;
    }
  }

  return {
    login,
    name: user,
    async verify(givenUser, givenPassword) {
      const isOwn = isSameText(givenUser, user);
      const person = isOwn ? own : await find(givenUser);
      // Of nobody too, so that the time tells nothing; against the own row, which then counts for nothing.
      const row = person ?? own;
      const tag = createHmac('sha256', key)
        .update(row.login)
        .update(`${givenUser}\n${givenPassword}`)
        .digest('hex');
      const letIn = { who: isOwn ? null : row.name, name: row.name, role: row.role };
      if (known.has(tag)) return { ...letIn, login: row.login };
      if (waiting.length >= MOST_WAITING) return 'busy';
      const given = await inTurn(() => stretch(givenPassword, row.salt));
      const isRight = isSameText(given.toString('hex'), row.hash.toString('hex'));
      if (!isRight || !person) return false;
      known.add(tag);
      if (known.size > MOST_KNOWN) known.delete(known.values().next().value ?? '');
      return { ...letIn, login: row.login };
    },
  };
}
