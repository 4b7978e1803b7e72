import type { KeptAccess } from '@nashra/db';
import { seal, unseal } from './seal.ts';

/**
 * What a source is asked with, as its row keeps it. A value is `env:` and a text that names variables, `sealed:` and a text
 * under the key of the settings, or `plain:` and a text that is no secret.
 */
export type SaidAccess = KeptAccess;

/** What somebody says of it anew, as typed; an empty text takes that away. */
export interface AccessChange {
  readonly headers?: Readonly<Record<string, string>>;
  readonly basic?: string | undefined;
  readonly proxy?: string | undefined;
}

/** What was said cannot be kept, or cannot be asked with. */
export class AccessError extends Error {
  override name = 'AccessError';
  readonly code = 'BAD_ACCESS';
}

/** Only variables of this name may be meant: a source must not be sent the password of the database. */
export const SOURCE_VARIABLE = /^SOURCE_[A-Z0-9_]{1,100}$/;
/** Those of the environment that sources may be given. */
export function sourceVariables(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => SOURCE_VARIABLE.test(name)));
}

const REFERENCE = /(^|[\s=:;])env:([A-Za-z_][A-Za-z0-9_]*)/g;

const MAX_VALUE = 8_192;
const MOST_HEADERS = 30;
const FIELD_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** What the fetch itself says, and what would make two requests of one. */
const OURS = new Set(
  'host connection content-length content-type transfer-encoding te trailer upgrade keep-alive expect accept-encoding if-none-match if-modified-since range proxy-authorization proxy-connection'.split(
    ' ',
  ),
);
/** Fields that open no door, and may lie as they are. */
const OPEN = new Set(
  'accept accept-language referer user-agent dnt cache-control pragma'.split(' '),
);

/** What is kept after a change: fields named anew are replaced, the others stay. */
export function changedAccess(
  before: SaidAccess,
  { headers = {}, basic, proxy }: AccessChange,
  key: string | undefined,
): SaidAccess {
  const kept: Record<string, string> = { ...before.headers };
  for (const [written, value] of Object.entries(headers)) {
    const name = written.trim().toLowerCase();
    if (!FIELD_NAME.test(name)) throw new AccessError(`${written} is no name of a header`);
    if (OURS.has(name)) throw new AccessError(`${name} is not for a source to say`);
    delete kept[name];
    if (value.trim() !== '') kept[name] = keep(value.trim(), name, OPEN.has(name), key);
  }
  if (Object.keys(kept).length > MOST_HEADERS)
    throw new AccessError(`more than ${MOST_HEADERS} headers`);
  return {
    headers: kept,
    ...changed('basic', before.basic, basic, checkBasic, key),
    ...changed('proxy', before.proxy, proxy, checkProxy, key),
  };
}

function changed<Name extends 'basic' | 'proxy'>(
  name: Name,
  before: string | undefined,
  said: string | undefined,
  check: (text: string) => boolean,
  key: string | undefined,
): { readonly [name in Name]?: string } {
  if (said === '') return {};
  if (said === undefined) return before === undefined ? {} : ({ [name]: before } as never);
  return { [name]: keep(said, name, check(said), key) } as never;
}

/** True where the text is no secret. */
function checkBasic(text: string): boolean {
  if (!text.includes(':')) throw new AccessError('a login is user:password');
  return false;
}

const PROXIES = new Set(['http:', 'https:', 'socks5:']);

function checkProxy(text: string): boolean {
  if (isReference(text)) return false;
  const url = URL.parse(text);
  if (!url || !PROXIES.has(url.protocol) || url.hostname === '')
    throw new AccessError('a proxy is http://, https:// or socks5:// and its host');
  return url.username === '' && url.password === '';
}

function keep(text: string, purpose: string, isOpen: boolean, key: string | undefined): string {
  if (text.length > MAX_VALUE || !FIELD_VALUE.test(text))
    throw new AccessError(`${purpose}: no text that a header could hold`);
  if (isReference(text)) return `env:${text}`;
  if (isOpen) return `plain:${text}`;
  if (key === undefined) {
    throw new AccessError(
      `${purpose} may be a secret, and NASHRA_SECRET_KEY is not set: name a variable (env:SOURCE_…), or set the key`,
    );
  }
  return `sealed:${seal(text, key, purpose)}`;
}

function isReference(text: string): boolean {
  const names = [...text.matchAll(REFERENCE)].map(([, , name = '']) => name);
  for (const name of names) {
    if (!SOURCE_VARIABLE.test(name))
      throw new AccessError(`${name}: variables that a source may be given begin with SOURCE_`);
  }
  return names.length > 0;
}

/** The names of what is said, which are all that may be shown. */
export function namesOf({ headers, basic, proxy }: SaidAccess): string[] {
  return [
    ...Object.keys(headers).sort(),
    ...(basic === undefined ? [] : ['login']),
    ...(proxy === undefined ? [] : ['proxy']),
  ];
}

/** What opens what was kept. */
export interface AccessKeys {
  readonly key: string | undefined;
  /** Variables whose names begin with `SOURCE_`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * A value in clear.
 *
 * @throws AccessError that names what is missing, and never what it holds
 */
export function openValue(kept: string, purpose: string, { key, variables }: AccessKeys): string {
  const [, how, text = ''] = /^(env|sealed|plain):(.*)$/s.exec(kept) ?? [];
  if (how === 'plain') return text;
  if (how === 'sealed') {
    const opened = key === undefined ? null : unseal(text, key, purpose);
    if (opened === null)
      throw new AccessError(
        `${purpose}: NASHRA_SECRET_KEY is missing, or not the one it was sealed with`,
      );
    return opened;
  }
  return text.replace(REFERENCE, (_, before: string, name: string) => {
    const value = SOURCE_VARIABLE.test(name) ? variables[name] : undefined;
    if (value === undefined) throw new AccessError(`${purpose}: ${name} is not set`);
    if (!FIELD_VALUE.test(value)) throw new AccessError(`${purpose}: ${name} is no header's value`);
    return before + value;
  });
}
