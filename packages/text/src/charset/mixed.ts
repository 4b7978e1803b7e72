import { isUtf8 } from 'node:buffer';
import { arabicEncoding } from './arabic.ts';
import { decodeAs } from './labels.ts';
import { utf8Share } from './utf8-share.ts';

/** Bytes that end a stretch of text in markup: < > " and line ends. */
function isBoundary(byte: number): boolean {
  return byte === 0x3c || byte === 0x3e || byte === 0x22 || byte === 0x0a || byte === 0x0d;
}

/**
 * Decodes a document that is UTF-8 but for some stretches in a one-byte encoding, as
 * happens when a template and a database disagree. Stretches end at markup.
 */
export function decodeMixed(bytes: Uint8Array, fallback: string): string {
  const parts: string[] = [];
  let good = 0;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && !isBoundary(bytes[i] as number)) continue;
    const stretch = bytes.subarray(start, i);
    if (!isUtf8(stretch) && isForeign(stretch)) {
      parts.push(decodeAs(bytes.subarray(good, start), 'utf-8'));
      parts.push(decodeAs(stretch, arabicEncoding(stretch) ?? fallback));
      good = i;
    }
    start = i + 1;
  }
  parts.push(decodeAs(bytes.subarray(good), 'utf-8'));
  return parts.join('');
}

/** A stretch with more bytes that do not fit than sequences that do; the rest is only damaged. */
function isForeign(stretch: Uint8Array): boolean {
  const share = utf8Share(stretch);
  return share.invalid > share.sequences;
}
