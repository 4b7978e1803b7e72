import { type DocumentKind, decode } from '@nashra/text';

/** Bytes of a document to text; the scorers' form. */
export default function charset(
  bytes: Uint8Array,
  options: { contentType?: string; kind: DocumentKind },
): { encoding: string; text: string } {
  const { encoding, text } = decode(bytes, options);
  return { encoding, text };
}
