import { hash } from 'node:crypto';
import { canonicalUrl } from './canonical.ts';
import { foldComponent } from './fold.ts';
import { siteHost } from './host.ts';
import { foldPath } from './path.ts';
import { type Parameter, parametersOf } from './query.ts';

/**
 * 16 bytes that are equal for two canonical addresses exactly when they name one page: http and https, `www.`, mobile and
 * AMP variants, order of parameters, spelling of escapes, index pages and slashes at the end do not count.
 */
export function addressKey(canonical: string): Buffer {
  return hash('sha256', identityOf(canonical), 'buffer').subarray(0, 16);
}

/** The text behind the key. */
export function identityOf(canonical: string): string {
  return identityOfUrl(new URL(canonical));
}

/** A page by its canonical address, and the text that is the same for all addresses of it. */
export interface PageName {
  readonly address: string;
  readonly identity: string;
}

/** `canonicalAddress` and `identityOf` in one reading. */
export function pageName(input: string): PageName | null {
  const url = canonicalUrl(input);
  return url && { address: url.href, identity: identityOfUrl(url) };
}

function identityOfUrl(url: URL): string {
  const port = url.port === '' ? '' : `:${url.port}`;
  return (
    siteHost(url.hostname) +
    port +
    foldPath(url.pathname) +
    foldQuery(url.search, url.hostname) +
    foldComponent(url.hash)
  );
}

function foldQuery(search: string, host: string): string {
  if (search === '') return '';
  const parameters = parametersOf(search)
    .filter((parameter) => !isVariant(parameter, host))
    .map(({ raw }) => foldParameter(raw.replaceAll('+', '%20')));
  // By name only: the order of values under one name may mean something.
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  // `a=` and `a` are one.
  const folded = parameters.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return folded.length === 0 ? '' : `?${folded.join('&')}`;
}

function foldParameter(raw: string): [name: string, value: string] {
  const [name = '', ...value] = raw.split('=');
  return [foldComponent(name), foldComponent(value.join('='), '=/?')];
}

const VARIANT_NAMES = new Set(
  'outputtype output view type format mode layout tpl device version variant'.split(' '),
);

/** Another rendering of the same page: AMP, print, mobile. */
function isVariant({ name, value }: Parameter, host: string): boolean {
  if (name === 'amp' || name === '_amp' || name === 'amphtml') return true;
  if (name === 'print' || name === 'printable' || name === 'mobile')
    return /^(|1|yes|true)$/.test(value);
  if (name === 'm' && /\.blogspot\./.test(host)) return true;
  return VARIANT_NAMES.has(name) && /^(amp|amphtml|mobile|print)$/.test(value);
}
