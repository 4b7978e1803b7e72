import { isAscii, isUtf8 } from 'node:buffer';
import { arabicEncoding } from './arabic.ts';
import { byteOrder } from './byte-order.ts';
import { type DocumentKind, declaredCharset, httpCharset } from './declared.ts';
import { detectCharset } from './detect.ts';
import { canonicalEncoding, decodeAs, isLegacyMultiByte, isUnicode, isWestern } from './labels.ts';
import { decodeMixed } from './mixed.ts';
import { isDamaged, mapC1, repairMojibake } from './repair.ts';
import { utf8Share } from './utf8-share.ts';

export interface DecodeOptions {
  /** The Content-Type header as received. */
  readonly contentType?: string | undefined;
  readonly kind: DocumentKind;
}

/** What decided the encoding, strongest first. */
export type CharsetEvidence =
  | 'bom'
  | 'byte-pattern'
  | 'utf-8'
  | 'http'
  | 'declaration'
  | 'letters'
  | 'detector'
  | 'default';

export interface Decoded {
  readonly text: string;
  /** Lower-case name, as the document says it where it says it truly. */
  readonly encoding: string;
  readonly evidence: CharsetEvidence;
  readonly bom: boolean;
  /** Damage was undone: a misreading reversed, foreign stretches decoded on their own. */
  readonly repaired: boolean;
  /** False when the encoding is a guess, or bytes did not fit it. */
  readonly confident: boolean;
}

type Decision = Omit<Decoded, 'bom'>;

/**
 * Bytes to text. The bytes speak before the labels: signature, zero pattern and strict UTF-8 come
 * first, because a declared encoding is wrong more often than well-formed UTF-8 is accidental.
 * Never throws.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const order = byteOrder(bytes);
  const body = order?.bomLength ? bytes.subarray(order.bomLength) : bytes;
  const decision =
    order && order.encoding !== 'utf-8'
      ? wide(body, order.encoding, order.bomLength > 0)
      : narrow(body, options, order !== undefined);
  return { ...repair(decision), bom: (order?.bomLength ?? 0) > 0 };
}

function wide(body: Uint8Array, encoding: string, bom: boolean): Decision {
  const text = decodeAs(body, encoding);
  const evidence = bom ? 'bom' : 'byte-pattern';
  return { text, encoding, evidence, repaired: false, confident: !text.includes('\ufffd') };
}

function narrow(body: Uint8Array, { contentType, kind }: DecodeOptions, bom: boolean): Decision {
  if (isUtf8(body)) {
    const said = bom ? undefined : spoken(body, contentType, kind);
    if (said && isAscii(body)) return asciiAs(body, said);
    if (!said || isUtf8Beside(body, said)) {
      const text = decodeAs(body, 'utf-8');
      const evidence = bom ? 'bom' : 'utf-8';
      return { text, encoding: 'utf-8', evidence, repaired: false, confident: true };
    }
    return labelled(body, said);
  }
  return damaged(body, labels(body, contentType, kind), bom);
}

/** Whether well-formed bytes are UTF-8, not by accident, although the document says something else. */
const isUtf8Beside = (body: Uint8Array, said: Label): boolean =>
  !isLegacyMultiByte(said.encoding) || hasLongSequence(body);

/**
 * A document as UTF-8 without a byte order mark: its own bytes where they are that already, as on
 * most pages, so that nobody makes a string of a whole page. The same text as `decode` gives.
 */
export function decodeToUtf8(bytes: Uint8Array, options: DecodeOptions): Uint8Array {
  const order = byteOrder(bytes);
  if (!order || order.encoding === 'utf-8') {
    const body = bytes.subarray(order?.bomLength ?? 0);
    const said = order ? undefined : spoken(body, options.contentType, options.kind);
    const isPlain = isUtf8(body) && (!said || isUtf8Beside(body, said));
    if (isPlain && !isDamaged(body)) return body;
  }
  return Buffer.from(decode(bytes, options).text, 'utf8');
}

interface Label {
  readonly encoding: string;
  readonly evidence: 'http' | 'declaration';
}

function labels(body: Uint8Array, contentType: string | undefined, kind: DocumentKind): Label[] {
  const http = canonicalEncoding(httpCharset(contentType));
  const own = canonicalEncoding(declaredCharset(body, kind));
  const found: Label[] = [];
  if (http) found.push({ encoding: http, evidence: 'http' });
  if (own) found.push({ encoding: own, evidence: 'declaration' });
  return found;
}

/** The label of a document whose bytes fit UTF-8; a wide label on narrow bytes is a lie. */
function spoken(body: Uint8Array, contentType: string | undefined, kind: DocumentKind) {
  return labels(body, contentType, kind).find(({ encoding }) => !/^utf-(16|32)/.test(encoding));
}

function asciiAs(body: Uint8Array, said: Label): Decision {
  // ISO-2022 and HZ write their letters in ASCII bytes.
  const text = decodeAs(body, /^(iso-2022|hz)/.test(said.encoding) ? said.encoding : 'utf-8');
  return { text, ...said, repaired: false, confident: true };
}

function labelled(body: Uint8Array, { encoding, evidence }: Label): Decision {
  const text = decodeAs(body, encoding);
  return { text, encoding, evidence, repaired: false, confident: !text.includes('\ufffd') };
}

/** A sequence of three bytes and more: two-byte ones also occur in Chinese and Korean encodings. */
function hasLongSequence(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0xe0);
}

function damaged(body: Uint8Array, said: readonly Label[], bom: boolean): Decision {
  const narrowLabels = said.filter(({ encoding }) => !isUnicode(encoding));
  for (const label of narrowLabels.filter(({ encoding }) => isLegacyMultiByte(encoding))) {
    const decision = labelled(body, label);
    if (misfits(decision.text) < 0.01) return decision;
  }
  const share = utf8Share(body);
  if (bom || share.inRuns * 8 > share.invalid || share.sequences > share.invalid * 3) {
    const fallback = narrowLabels[0]?.encoding ?? 'windows-1252';
    const text = decodeMixed(body, fallback);
    return { text, encoding: 'utf-8', evidence: 'utf-8', repaired: true, confident: false };
  }
  return oneByte(body, narrowLabels);
}

function oneByte(body: Uint8Array, said: readonly Label[]): Decision {
  const arabic = arabicEncoding(body);
  const fitting = said.find(({ encoding }) => !isWestern(encoding) && !isLegacyMultiByte(encoding));
  const label = fitting ?? said.find(({ encoding }) => !isLegacyMultiByte(encoding));
  if (arabic && label?.encoding !== arabic) {
    const text = decodeAs(body, arabic);
    return { text, encoding: arabic, evidence: 'letters', repaired: false, confident: true };
  }
  if (label) return labelled(body, label);
  const { encoding, confidence } = detectCharset(body);
  const evidence = confidence > 0 ? 'detector' : 'default';
  const text = decodeAs(body, encoding);
  return { text, encoding, evidence, repaired: false, confident: confidence > 0.7 };
}

/** Share of characters that are U+FFFD. */
function misfits(text: string): number {
  return text.length === 0 ? 0 : (text.split('\ufffd').length - 1) / text.length;
}

function repair(decision: Decision): Decision {
  const reversed = repairMojibake(decision.text);
  const text = mapC1(reversed ?? decision.text);
  if (text === decision.text) return decision;
  const encoding = decision.encoding === 'iso-8859-1' ? 'windows-1252' : decision.encoding;
  return { ...decision, text, encoding, repaired: decision.repaired || reversed !== undefined };
}
