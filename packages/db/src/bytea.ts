/** Bytes as Postgres reads a `bytea` from text, so that they can travel in JSON with the rest of a row. */
export function byteaText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}
