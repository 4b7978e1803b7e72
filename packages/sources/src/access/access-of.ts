import { randomBytes } from 'node:crypto';
import {
  type AccessChange,
  type AccessKeys,
  changedAccess,
  openValue,
  type SaidAccess,
} from './said.ts';

/** One row that may hold for an address. */
export interface AccessRow {
  /** The address of the feed whose own it is; null for all of its publisher's. */
  readonly feed: number | null;
  /** Origins it is meant for, without `www.`: nobody else is ever told. */
  readonly origins: readonly string[];
  readonly said: SaidAccess;
}

/** The same for one look at a source that nothing is kept of yet: what was typed goes to its origin alone. */
export function accessOnce(
  address: string,
  change: AccessChange,
  variables: AccessKeys['variables'],
): (url: URL) => OpenAccess | null {
  const key = randomBytes(32).toString('hex');
  const said = changedAccess({ headers: {} }, change, key);
  const row = { feed: null, origins: [bareOrigin(address)], said };
  return accessOf([row], { addressId: 0, foundIn: null }, { key, variables }) ?? (() => null);
}

interface OpenAccess {
  readonly headers: Readonly<Record<string, string>>;
  readonly proxy?: string;
}

/**
 * What each address of a fetch is asked with: the feed's own before its publisher's, on their own origins alone. Values are
 * opened when they are asked for.
 *
 * @returns undefined where there is nothing to be said
 */
export function accessOf(
  rows: readonly AccessRow[] | null,
  address: { readonly addressId: number; readonly foundIn: number | null },
  keys: AccessKeys,
): ((url: URL) => OpenAccess | null) | undefined {
  if (rows === null || rows.length === 0) return undefined;
  const rank = ({ feed }: AccessRow) =>
    feed === address.addressId
      ? 0
      : feed !== null && feed === address.foundIn
        ? 1
        : feed === null
          ? 2
          : 3;
  const ranked = rows.toSorted((a, b) => rank(a) - rank(b));
  return (url) => {
    const row = ranked.find(({ origins }) => origins.some((origin) => isMeant(url, origin)));
    return row ? opened(row.said, keys) : null;
  };
}

function opened({ headers, basic, proxy }: SaidAccess, keys: AccessKeys): OpenAccess {
  const fields = Object.entries(headers).map(([name, kept]) => [name, openValue(kept, name, keys)]);
  if (basic !== undefined) {
    const login = Buffer.from(openValue(basic, 'basic', keys)).toString('base64');
    fields.push(['authorization', `Basic ${login}`]);
  }
  const way = proxy === undefined ? {} : { proxy: openValue(proxy, 'proxy', keys) };
  return { headers: Object.fromEntries(fields), ...way };
}

/** The origin of an address as a row keeps it. */
export function bareOrigin(address: string | URL): string {
  const url = new URL(address);
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${url.protocol}//${url.hostname.replace(/^www\./, '')}${port}`;
}

/** The same origin, or the same host made secure; never one that is less so. */
function isMeant(url: URL, origin: string): boolean {
  const own = bareOrigin(url);
  return (
    own === origin || (origin.startsWith('http:') && own === origin.replace(/^http:/, 'https:'))
  );
}
