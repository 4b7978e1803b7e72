import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a sign-on that has begun must come back with. */
export interface Ticket {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Where to go then. */
  readonly next: string;
}

/** Somebody types a password and a second factor. */
export const TICKET_SECONDS = 600;
const text = z.string().max(4_096);
const kept = z.strictObject({
  state: text,
  nonce: text,
  verifier: text,
  next: text,
  ends: z.int(),
});

/** Tickets as a browser keeps them, sealed: the process that hears of the end may be another than that of the beginning. */
export interface Tickets {
  seal(ticket: Ticket, now?: number): string;
  /** Null for what was not sealed here, or too long ago. */
  open(sealed: string | undefined, now?: number): Ticket | null;
}

/** @param secret equal in all processes of the site */
export function openTickets(secret: Buffer): Tickets {
  const key = createHmac('sha256', secret).update('sign-on ticket').digest();
  return {
    seal(ticket, now = Date.now()) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const ends = now + TICKET_SECONDS * 1_000;
      const sealed = [cipher.update(JSON.stringify({ ...ticket, ends })), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
    },
    open(sealed = '', now = Date.now()) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAuthTag(bytes.subarray(12, 28));
        const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        const { ends, ...ticket } = kept.parse(JSON.parse(plain.toString()));
        return ends > now ? ticket : null;
      } catch {
        return null;
      }
    },
  };
}
