const KIND =
  /^\s*(?:(?:audio|video|image|font)\/(?!svg)|application\/(?:pdf|zip|octet-stream|vnd\.|epub))/i;
/** How files begin that are sounds, films, pictures, papers and archives. */
const SIGNATURES = [
  ...['%PDF-', 'ID3', 'OggS', 'fLaC', 'FLV\x01', 'GIF8', '\x89PNG\r\n', '\xff\xd8\xff'],
  ...['\x1a\x45\xdf\xa3', '\xd0\xcf\x11\xe0', 'PK\x03\x04', 'Rar!'],
];
const RIFFS = new Set(['WEBP', 'AVI ', 'WAVE']);
const HEAD = 512;
/** Bytes below a tab stand in no text. */
const TAB = 9;

/** A file that nobody reads as a page: a feed's link leads to an episode or to the paper of the day itself. */
export function isMedia(bytes: Buffer, contentType: string | undefined): boolean {
  const head = bytes.toString('latin1', 0, HEAD);
  if (SIGNATURES.some((signature) => head.startsWith(signature))) return true;
  if (head.startsWith('ftyp', 4)) return true;
  if (head.startsWith('RIFF') && RIFFS.has(head.slice(8, 12))) return true;
  const isText = /^\s*<|^(?:\xff\xfe|\xfe\xff)/.test(head);
  return KIND.test(contentType ?? '') && !isText && bytes.subarray(0, HEAD).some((it) => it < TAB);
}
