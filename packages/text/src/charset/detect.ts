import { createRequire } from 'node:module';
import type * as Jschardet from 'jschardet';
import { canonicalEncoding } from './labels.ts';

const load = createRequire(import.meta.url);
let detector: typeof Jschardet | undefined;

/** Bytes the statistical detector sees: its cost grows with them, its certainty does not. */
const SAMPLE = 6144;
const LEAD = 64;

/** Encodings whose high bytes are accented Latin letters. */
const LATIN = /^(iso-8859-(1|2|3|4|9|10|13|14|15|16)|windows-125[0247]|macintosh|us-ascii|ibm|cp)/;
/** Share of high bytes beside an ASCII letter, from which on a text is Latin with accents. */
const LATIN_SHARE = 0.7;

/** What the bytes look like, for documents that say nothing true about their encoding. */
export function detectCharset(bytes: Uint8Array): { encoding: string; confidence: number } {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - LEAD);
  const sample = bytes.subarray(start, start + SAMPLE);
  const latin = accentShare(sample) >= LATIN_SHARE;
  // Its tables are loaded by the first document that needs them; hardly any does.
  detector ??= load('jschardet') as typeof Jschardet;
  const found = detector.detect(Buffer.from(sample));
  const encoding = withC1Letters(canonicalEncoding(found.encoding ?? undefined), sample);
  // The detector takes short French for Russian; a lone accent among ASCII letters is Latin.
  if (!encoding || encoding.startsWith('utf-') || (latin && !LATIN.test(encoding))) {
    return { encoding: 'windows-1252', confidence: latin ? 0.75 : 0 };
  }
  return { encoding, confidence: latin ? Math.max(found.confidence, 0.75) : found.confidence };
}

/** ISO 8859 leaves 0x80–0x9F to controls; text that uses them is in the Windows page of the region. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-9': 'windows-1254',
};

function withC1Letters(encoding: string | undefined, sample: Uint8Array): string | undefined {
  const windows = encoding && WINDOWS[encoding];
  if (!windows) return encoding;
  return sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? windows : encoding;
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** How many of the high bytes stand alone or in twos with an ASCII letter beside them. */
function accentShare(bytes: Uint8Array): number {
  let high = 0;
  let accents = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    const start = i;
    while (i < bytes.length && (bytes[i] as number) >= 0x80) i++;
    high += i - start;
    const beside = isAsciiLetter(bytes[start - 1]) || isAsciiLetter(bytes[i]);
    if (i - start <= 2 && beside) accents += i - start;
  }
  return high === 0 ? 0 : accents / high;
}
