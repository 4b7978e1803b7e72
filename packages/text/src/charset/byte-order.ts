export interface ByteOrder {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  /** Bytes of the byte order mark, 0 when only the pattern of zero bytes speaks. */
  readonly bomLength: number;
}

/** Unicode's signature (BOM) or, without one, the zero bytes that markup leaves in UTF-16 and UTF-32. */
export function byteOrder(bytes: Uint8Array): ByteOrder | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bomLength: 3 };
  if (a === 0xff && b === 0xfe) {
    if (c === 0 && d === 0) return { encoding: 'utf-32le', bomLength: 4 };
    return { encoding: 'utf-16le', bomLength: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', bomLength: 4 };
  return zeroPattern(bytes);
}

function zeroPattern(bytes: Uint8Array): ByteOrder | undefined {
  const length = Math.min(bytes.length, 256) & ~3;
  if (length < 4) return undefined;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] as number) + 1;
  const quarter = length / 4;
  const share = zeros.map((count) => count / quarter) as [number, number, number, number];
  const [w, x, y, z] = share;
  const full = (value: number) => value > 0.9;
  const some = (value: number) => value > 0.3;
  const none = (value: number) => value < 0.1;
  if (full(x) && full(y) && full(z) && none(w)) return { encoding: 'utf-32le', bomLength: 0 };
  if (full(w) && full(x) && full(y) && none(z)) return { encoding: 'utf-32be', bomLength: 0 };
  if (some(x) && some(z) && none(w) && none(y)) return { encoding: 'utf-16le', bomLength: 0 };
  if (some(w) && some(y) && none(x) && none(z)) return { encoding: 'utf-16be', bomLength: 0 };
  return undefined;
}
