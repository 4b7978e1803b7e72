import { createHash } from 'node:crypto';
import { canonicalAddress, identityOf } from '@nashra/address';
import type { FeedEntry } from '../feed.ts';

/** What an entry's key was made of, strongest first. */
export type IdentityBasis = 'guid' | 'address' | 'address+date' | 'address+date+title';

export interface EntryIdentity {
  /** 32 hexadecimal digits; equal within one feed exactly for the same entry. */
  key: string;
  basis: IdentityBasis;
  /** Every name by which this entry is known alone; one in common with an earlier poll is enough to be the same. */
  names: string[];
}

/**
 * Tells which entries are one and the same, in one document and against earlier polls of the same feed. A guid counts
 * as long as it tells entries apart; then the address; then address and date; then the title too. So constant guids
 * and feeds whose entries all link to one page are told apart, guids that change with every poll are caught by the
 * address, addresses that change by the guid, and a new title alone never makes a new entry.
 *
 * `earlier` are the identities that earlier polls gave: an entry that shares a name with one of them takes its key.
 * Answers in the order of `entries`.
 */
export function entryIdentity(
  entries: readonly FeedEntry[],
  earlier: readonly EntryIdentity[] = [],
): EntryIdentity[] {
  const facets = entries.map(facetsOf);
  const guids = holders(facets, ({ guid }) => (guid === null ? [] : [guid]));
  const addresses = holders(facets, ({ addresses: all }) => all);
  const moments = holders(facets, (facet) => [momentOf(facet)]);
  const keyOfName = new Map<string, string>();
  for (const { names, key } of earlier) for (const name of names) keyOfName.set(name, key);
  return facets.map((facet) => {
    const identity = identify(facet, guids, addresses, moments);
    const known = identity.names.find((name) => keyOfName.has(name));
    if (known !== undefined) identity.key = keyOfName.get(known) as string;
    // Two entries of one document that share a name are one article too.
    for (const name of identity.names) {
      if (!keyOfName.has(name)) keyOfName.set(name, identity.key);
    }
    return identity;
  });
}

interface Facets {
  guid: string | null;
  addresses: string[];
  date: string;
  title: string;
}

function facetsOf(entry: FeedEntry): Facets {
  const written = [
    entry.address,
    ...entry.links.filter(({ rel }) => rel === 'alternate').map(({ href }) => href),
    ...(entry.id !== null && /^https?:/i.test(entry.id) ? [entry.id] : []),
  ];
  const addresses = new Set<string>();
  for (const address of written) {
    const page = address === null ? null : pageOf(address);
    if (page !== null) addresses.add(page);
  }
  return {
    guid: entry.id,
    addresses: [...addresses],
    date: entry.published?.instant ?? entry.updated?.instant ?? '',
    title: entry.title.toLowerCase(),
  };
}

function pageOf(address: string): string | null {
  const canonical = canonicalAddress(address);
  return canonical === null ? null : identityOf(canonical);
}

/** Name to the titles of the entries that have it: one title is one article, several mean that it tells nothing. */
function holders(facets: readonly Facets[], namesOf: (facet: Facets) => string[]) {
  const titles = new Map<string, Set<string>>();
  for (const facet of facets) {
    for (const name of namesOf(facet)) {
      const known = titles.get(name);
      if (known) known.add(facet.title);
      else titles.set(name, new Set([facet.title]));
    }
  }
  return (name: string) => titles.get(name)?.size === 1;
}

function identify(
  facet: Facets,
  guidTells: (name: string) => boolean,
  addressTells: (name: string) => boolean,
  momentTells: (name: string) => boolean,
): EntryIdentity {
  const names = facet.addresses.filter(addressTells).map((address) => `address ${address}`);
  if (facet.guid !== null && guidTells(facet.guid)) {
    const name = `guid ${facet.guid}`;
    return { key: digest(name), basis: 'guid', names: [name, ...names] };
  }
  if (names[0] !== undefined) return { key: digest(names[0]), basis: 'address', names };
  const moment = momentOf(facet);
  const isEnough = facet.date !== '' && momentTells(moment);
  const name = isEnough ? `moment ${moment}` : `titled ${moment} ${facet.title}`;
  const basis = isEnough ? 'address+date' : 'address+date+title';
  return { key: digest(name), basis, names: [name] };
}

/** Place and time, for entries whose place alone says too little. */
function momentOf({ addresses, guid, date }: Facets): string {
  return `${addresses[0] ?? guid ?? ''} ${date}`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
