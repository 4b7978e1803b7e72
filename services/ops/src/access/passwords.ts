import { createHash, createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { isSameText } from '@nashra/site';
import type { Credentials } from './credentials.ts';

/** 32 MiB and some 80 ms of a core for each guess (OWASP: N 2^15, r 8, p 3 or alike; here the throttle does the rest). */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** Guesses worked at together, and those that may wait. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 30;

export interface Passwords {
  /** `busy` when more guesses wait than are worth an answer. */
  verify(user: string, password: string): Promise<boolean | 'busy'>;
  /** Says which login a session was opened by, and nothing of the password. */
  readonly login: Buffer;
}

/** Holds no password: only what scrypt makes of it. */
export async function openPasswords({ user, password, secret }: Credentials): Promise<Passwords> {
  const salt = createHash('sha256')
    .update(`nashra-ops\n${user}\n${secret?.reveal() ?? ''}`)
    .digest();
  const expected = await stretched(password.reveal(), salt);
  const login = createHash('sha256').update('login').update(expected).digest();
  // A script logs in with each request: what was right a moment ago is known without all that work.
  const key = randomBytes(32);
  const tagOf = (given: string) => createHmac('sha256', key).update(given).digest('hex');
  let lastRight = '';
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
    async verify(givenUser, givenPassword) {
      const tag = tagOf(`${givenUser}\n${givenPassword}`);
      if (lastRight !== '' && isSameText(tag, lastRight)) return true;
      if (waiting.length >= MOST_WAITING) return 'busy';
      const given = await inTurn(() => stretched(givenPassword, salt));
      const sameUser = isSameText(givenUser, user);
      const isRight = isSameText(given.toString('hex'), expected.toString('hex')) && sameUser;
      if (isRight) lastRight = tag;
      return isRight;
    },
  };
}

async function stretched(password: string, salt: Buffer): Promise<Buffer> {
  const stretch = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
  return await stretch(password.slice(0, 1_000), salt, 32, COST);
}
