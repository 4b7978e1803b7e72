/** Which rules say where a document may declare its own encoding. */
export type DocumentKind = 'xml' | 'html' | 'json' | 'text';

const XML_ENCODING = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const META_CHARSET = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const HTTP_CHARSET = /;\s*charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** The charset parameter of a Content-Type header (RFC 9110 §8.3). */
export function httpCharset(contentType: string | undefined): string | undefined {
  return contentType ? HTTP_CHARSET.exec(contentType.slice(0, 500))?.[1] : undefined;
}

/** How far into a page a `<meta charset>` is looked for; the HTML standard's 1,024 miss real pages. */
const PRESCAN = 8192;

/** The encoding an XML declaration or an HTML meta element names (XML 1.0 §4.3.3; HTML §13.2.3.2). */
export function declaredCharset(bytes: Uint8Array, kind: DocumentKind): string | undefined {
  if (kind === 'json' || kind === 'text') return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN));
  const text = head.toString('latin1');
  const xml = XML_ENCODING.exec(text.slice(0, 1024))?.[1];
  return xml ?? (kind === 'html' ? META_CHARSET.exec(text)?.[1] : undefined);
}
