import iconv from 'iconv-lite';

/** Maps, not objects: a page may say that its charset is `constructor`. Labels publishers write that neither the WHATWG table nor iconv knows. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utf8mb4: 'utf-8',
    utf8mb3: 'utf-8',
    utf: 'utf-8',
    'utf-8-sig': 'utf-8',
    unicode: 'utf-16le',
    'ucs-2': 'utf-16le',
    ucs2: 'utf-16le',
    'utf-16': 'utf-16le',
    u16: 'utf-16be',
    'utf-32': 'utf-32le',
    utf_32: 'utf-32be',
    'win-1256': 'windows-1256',
    win1256: 'windows-1256',
    'cp-1256': 'windows-1256',
    'win-1252': 'windows-1252',
    'cp-1252': 'windows-1252',
    'arabic-windows': 'windows-1256',
    ansi: 'windows-1252',
    macroman: 'macintosh',
    cp874: 'tis-620',
    cp949: 'euc-kr',
    cp932: 'shift_jis',
    // The superset that real documents labelled with the old standard need.
    gb2312: 'gb18030',
  }),
);

/** Names kept although the WHATWG table folds them into a superset: they are what the document said. */
const KEPT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'us-ascii': 'us-ascii',
    ascii: 'us-ascii',
    'iso-8859-1': 'iso-8859-1',
    'iso8859-1': 'iso-8859-1',
    latin1: 'iso-8859-1',
    latin_1: 'iso-8859-1',
    'iso-8859-9': 'iso-8859-9',
    'tis-620': 'tis-620',
    'ks_c_5601-1987': 'euc-kr',
  }),
);

const NOT_DECODABLE = new Set(['replacement', 'x-user-defined']);
const known = new Map<string, string | undefined>();

/**
 * The canonical lower-case name of an encoding label, or undefined when nothing decodes it.
 * WHATWG Encoding Standard names, plus iconv's for the rest (cp437, utf-32le, …).
 */
export function canonicalEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined;
  const key = label
    .slice(0, 40)
    .trim()
    .replace(/^["']+|["';]+$/g, '')
    .toLowerCase();
  if (!known.has(key)) {
    // @NOTE labels come from strangers: the memo is bounded.
    if (known.size > 500) known.clear();
    known.set(key, lookUp(key));
  }
  return known.get(key);
}

function lookUp(key: string): string | undefined {
  const direct = ALIASES.get(key) ?? KEPT.get(key);
  if (direct) return direct;
  try {
    const name = new TextDecoder(key).encoding;
    return NOT_DECODABLE.has(name) ? undefined : name;
  } catch {
    return key !== '' && iconv.encodingExists(key) ? key : undefined;
  }
}

/** Encodings a document in ASCII with Western accents may be labelled with, rightly or by default. */
export function isWestern(encoding: string): boolean {
  return /^(us-ascii|iso-8859-1|windows-1252|iso-8859-15|iso-8859-9|windows-1254|macintosh)$/.test(
    encoding,
  );
}

/** Encodings that use several bytes a letter and are not Unicode. */
export function isLegacyMultiByte(encoding: string): boolean {
  return /^(gb|big5|euc-|shift_jis|iso-2022|hz)/.test(encoding);
}

export function isUnicode(encoding: string): boolean {
  return encoding.startsWith('utf-');
}

/** Decodes without ever failing: what does not fit becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return buffer.toString('utf8');
  if (encoding === 'utf-16le' || encoding === 'utf-16be' || isLegacyMultiByte(encoding)) {
    return new TextDecoder(encoding).decode(bytes);
  }
  // ASCII and Latin-1 labels mean windows-1252 in practice (WHATWG).
  if (encoding === 'us-ascii' || encoding === 'iso-8859-1') {
    return iconv.decode(buffer, 'windows-1252');
  }
  return iconv.encodingExists(encoding)
    ? iconv.decode(buffer, encoding)
    : new TextDecoder(encoding).decode(bytes);
}
