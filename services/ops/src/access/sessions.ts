import { createHash, randomBytes } from 'node:crypto';
import type { OpsToken } from '@nashra/db';

export const SESSION_SECONDS = 12 * 3_600;
export const DEVICE_SECONDS = 180 * 24 * 3_600;
const SECONDS = { session: SESSION_SECONDS, device: DEVICE_SECONDS } as const;

/** Where tokens are kept: rows of Postgres, so that a logout outlives a restart and holds in every process. */
export interface TokenStore {
  keep(token: OpsToken, seconds: number): Promise<void>;
  has(token: OpsToken): Promise<boolean>;
  drop(hash: Buffer): Promise<void>;
}

export interface Sessions {
  /** A new token, fit for a cookie: of a session, or of a device that is known at the door from now on. */
  open(kind: OpsToken['kind']): Promise<string>;
  /** Its hash when it is one of ours and its time is not over. */
  find(kind: OpsToken['kind'], token: string | undefined): Promise<Buffer | undefined>;
  /** Ends it for ever. */
  close(token: string | undefined): Promise<void>;
}

/** 32 bytes in one spelling: nothing else is even looked for. */
const TOKEN = /^[\w-]{43}$/;

/** @param login of the login that opens them; what another opened is not found */
export function createSessions(store: TokenStore, login: Buffer): Sessions {
  return {
    async open(kind) {
      const token = randomBytes(32).toString('base64url');
      await store.keep({ hash: hashOf(token), kind, login }, SECONDS[kind]);
      return token;
    },
    async find(kind, token = '') {
      if (!TOKEN.test(token)) return undefined;
      const hash = hashOf(token);
      return (await store.has({ hash, kind, login })) ? hash : undefined;
    },
    async close(token = '') {
      if (TOKEN.test(token)) await store.drop(hashOf(token));
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
