import { createHash, randomBytes } from 'node:crypto';
import type { TokenHolder } from '@nashra/audit';
import type { OpsToken } from '@nashra/db';

export const SESSION_SECONDS = 12 * 3_600;
export const DEVICE_SECONDS = 180 * 24 * 3_600;
const SECONDS = { session: SESSION_SECONDS, device: DEVICE_SECONDS } as const;

/** Where tokens are kept: rows of Postgres, so that a logout outlives a restart and holds in every process. */
export interface TokenStore {
  keep(token: OpsToken, seconds: number): Promise<void>;
  find(token: Omit<OpsToken, 'who'>): Promise<TokenHolder | null>;
  drop(hash: Buffer): Promise<void>;
}

/** A token that was found. */
export interface Session extends TokenHolder {
  readonly hash: Buffer;
}

export interface Sessions {
  /** A new token, fit for a cookie: of a session, or of a device that is known at the door from now on. */
  open(kind: OpsToken['kind'], by?: Pick<OpsToken, 'who' | 'login'>): Promise<string>;
  /** Whose it is when it is one of ours and its time is not over. */
  find(kind: OpsToken['kind'], token: string | undefined): Promise<Session | undefined>;
  /** Ends it for ever. */
  close(token: string | undefined): Promise<void>;
}

/** 32 bytes in one spelling: nothing else is even looked for. */
const TOKEN = /^[\w-]{43}$/;

/** @param login of the settings' login; what another password of it opened is not found */
export function createSessions(store: TokenStore, login: Buffer): Sessions {
  return {
    async open(kind, by = { who: null, login }) {
      const token = randomBytes(32).toString('base64url');
      await store.keep({ hash: hashOf(token), kind, ...by }, SECONDS[kind]);
      return token;
    },
    async find(kind, token = '') {
      if (!TOKEN.test(token)) return undefined;
      const hash = hashOf(token);
      const holder = await store.find({ hash, kind, login });
      return holder ? { hash, ...holder } : undefined;
    },
    async close(token = '') {
      if (TOKEN.test(token)) await store.drop(hashOf(token));
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
