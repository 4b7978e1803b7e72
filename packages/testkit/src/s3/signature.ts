import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
/** RFC 3986: what `encodeURIComponent` leaves bare. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Whether a request is signed with the secret, and its body is what was signed (AWS Signature Version 4, header form). */
export function isSigned(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const { authorization = '' } = request.headers;
  const parts =
    /Credential=[^/]+\/(\S+?)\/aws4_request, ?SignedHeaders=(\S+?), ?Signature=(\w+)/.exec(
      authorization,
    );
  if (!parts) return false;
  const [, scope = '', names = '', signature] = parts;
  const header = (name: string) =>
    String(request.headers[name] ?? '')
      .trim()
      .replace(/ +/g, ' ');
  const contentHash = header('x-amz-content-sha256');
  if (contentHash !== sha256(body)) return false;
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
  const query = [...searchParams].map((pair) => pair.map(encode).join('=')).sort();
  const canonical = [
    request.method,
    pathname,
    query.join('&'),
    ...names.split(';').map((name) => `${name}:${header(name)}`),
    '',
    names,
    contentHash,
  ].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    header('x-amz-date'),
    `${scope}/aws4_request`,
    sha256(canonical),
  ];
  const key = [...scope.split('/'), 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, toSign.join('\n')).toString('hex') === signature;
}
