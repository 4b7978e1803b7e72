import { createHmac } from 'node:crypto';
import type { Secret } from '@nashra/env';
import { isSameText } from '@nashra/site';

/** Signs and hashes with the site's secret; each use has a name, so that none speaks for another. */
export interface Signer {
  sign(use: string, text: string): string;
  isSigned(use: string, text: string, signature: string): boolean;
  /** What stands for a text where the text itself may not be kept. */
  hash(use: string, text: string): Buffer;
}

export function createSigner(secret: Secret): Signer {
  const hash = (use: string, text: string) =>
    createHmac('sha256', secret.reveal()).update(`${use}\n${text}`).digest();
  const sign = (use: string, text: string) => hash(use, text).toString('base64url').slice(0, 22);
  return {
    sign,
    hash: (use, text) => hash(use, text).subarray(0, 16),
    isSigned: (use, text, signature) => isSameText(signature, sign(use, text)),
  };
}
