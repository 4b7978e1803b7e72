import { detect } from 'jschardet';
import { canonicalEncoding } from './labels.ts';

/** Bytes the statistical detector sees: its cost grows with them, its certainty does not. */
const SAMPLE = 6_144;
const LEAD = 64;

/** What the bytes look like, for documents that say nothing true about their encoding. */
export function detectCharset(bytes: Uint8Array): { encoding: string; confidence: number } {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - LEAD);
  const sample = bytes.subarray(start, start + SAMPLE);
  const found = detect(Buffer.from(sample));
  const encoding = canonicalEncoding(found.encoding ?? undefined);
  if (!encoding || encoding.startsWith('utf-')) return { encoding: 'windows-1252', confidence: 0 };
  return { encoding, confidence: found.confidence };
}
