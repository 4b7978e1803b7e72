const KINDS: readonly (readonly [type: string, isOne: (head: string) => boolean])[] = [
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/gif', (head) => /^GIF8[79]a/.test(head)],
  ['image/webp', (head) => /^RIFF[\s\S]{4}WEBP/.test(head)],
  ['image/avif', (head) => /^[\s\S]{4}ftypavi[fs]/.test(head)],
];

/** The media type by the first bytes, whatever was declared; undefined for what is no picture of pixels (SVG may hold scripts). */
export function imageType(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 16);
  return KINDS.find(([, isOne]) => isOne(head))?.[0];
}
