import { createHmac, randomBytes } from 'node:crypto';
import { isSameText } from '@nashra/site';
import type { Credentials } from './credentials.ts';

export const SESSION_SECONDS = 12 * 3600;

export interface Sessions {
  /** A token for a new session, fit for a cookie. */
  open(): string;
  isOpen(token: string): boolean;
  /** Ends it before its time. */
  close(token: string): void;
}

/** Sessions that live in their own signed token: `<expiry>.<id>.<signature>`. */
export function createSessions(
  { user, password, secret }: Credentials,
  now: () => number = Date.now,
): Sessions {
  // The login is part of the key, so that a new password ends the sessions of the old one.
  const key = createHmac('sha256', secret).update(`${user}\n${password}`).digest();
  const closed = new Map<string, number>();
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  function expiryOf(token: string): number | null {
    const [expiry = '', id = '', signature = ''] = token.split('.');
    return isSameText(signature, sign(`${expiry}.${id}`)) ? Number(expiry) : null;
  }

  return {
    open() {
      const text = `${now() + SESSION_SECONDS * 1000}.${randomBytes(9).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    isOpen(token) {
      const expiry = expiryOf(token);
      return expiry !== null && expiry > now() && !closed.has(token);
    },
    close(token) {
      const expiry = expiryOf(token);
      for (const [old, end] of closed) if (end <= now()) closed.delete(old);
      if (expiry !== null) closed.set(token, expiry);
    },
  };
}
