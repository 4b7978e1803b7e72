import { createHmac, timingSafeEqual } from 'node:crypto';

/** W3C WebSub §7.1; which of them a hub takes is its own affair. */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether an `X-Hub-Signature` field (`method=hexadecimal`) is that of a body under a secret. */
export function isSigned(field: string | undefined, body: Uint8Array, secret: string): boolean {
  const [, method = '', signature = ''] =
    /^([a-z0-9]+)=([0-9a-f]+)$/i.exec(field?.trim() ?? '') ?? [];
  const name = method.toLowerCase();
  if (!METHODS.has(name)) return false;
  const expected = createHmac(name, secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
