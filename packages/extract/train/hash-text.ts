import { hashBytes } from '@nashra/html';

/** A hash of a name (32 bits, signed) to deal it out by: the same on every run. */
export function hashText(text: string): number {
  const bytes = Buffer.from(text);
  return hashBytes(bytes, 0, bytes.length);
}
