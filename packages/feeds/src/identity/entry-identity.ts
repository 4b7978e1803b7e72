import { hash } from 'node:crypto';
import { type PageName, pageName } from '@nashra/address';
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
 * Answers in the order of `entries`. `nameOf` reads addresses; who needs them afterwards too gives one that remembers.
 */
export function entryIdentity(
  entries: readonly FeedEntry[],
  earlier: readonly EntryIdentity[] = [],
  nameOf: (address: string) => PageName | null = pageName,
): EntryIdentity[] {
  const facets = entries.map((entry) => facetsOf(entry, nameOf));
  const tells: Telling = {
    guid: holders(facets, ({ guid }) => (guid === null ? [] : [guid]), storyOf),
    address: holders(facets, ({ addresses: all }) => all, titleOf),
    moment: holders(facets, (facet) => [momentOf(facet)], titleOf),
    title: holders(
      facets,
      (facet) => [titledOf(facet)],
      ({ text }) => text,
    ),
  };
  const keyOfName = new Map<string, string>();
  for (const { names, key } of earlier) for (const name of names) keyOfName.set(name, key);
  return facets.map((facet) => {
    const identity = identify(facet, tells);
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
  /** What it begins with. */
  text: string;
}

/** Whether a name of an entry is its alone. */
type Telling = Record<'guid' | 'address' | 'moment' | 'title', (name: string) => boolean>;

function facetsOf(entry: FeedEntry, nameOf: (address: string) => PageName | null): Facets {
  const written = [
    entry.address,
    ...entry.links.flatMap(({ rel, href }) => (rel === 'alternate' ? href : [])),
    entry.id !== null && /^https?:/i.test(entry.id) ? entry.id : null,
  ];
  const addresses: string[] = [];
  for (const [at, address] of written.entries()) {
    // Most entries say one address, and some of them twice.
    if (address === null || written.indexOf(address) < at) continue;
    const page = nameOf(address);
    if (page !== null && !addresses.includes(page.identity)) addresses.push(page.identity);
  }
  // A recording is all that some podcasts give an episode for a name.
  const recording = entry.address === null ? (entry.enclosures[0]?.url ?? null) : null;
  const said = entry.id ?? recording;
  const title = entry.title.toLowerCase();
  const text = (entry.summaryHtml ?? entry.contentHtml ?? '').slice(0, MAX_TEXT);
  return {
    guid: said !== null && isNoName(said, title) ? null : said,
    addresses,
    date: entry.published?.instant ?? entry.updated?.instant ?? '',
    title: title || text,
    text,
  };
}

/** The front page is where an entry is, not which one it is, and a headline once more is one that columns have every day. */
const isNoName = (guid: string, title: string) =>
  FRONT_PAGE.test(guid) || guid.toLowerCase() === title;

const FRONT_PAGE = /^https?:\/\/[^/?#]*\/?$/i;

const MAX_TEXT = 300;

/**
 * Whether the entries that have a name are one thing else too, and so one article; several mean that the name tells nothing.
 * Nothing is counted before somebody asks: where guids tell entries apart, nobody does.
 */
function holders(
  facets: readonly Facets[],
  namesOf: (facet: Facets) => string[],
  sideOf: (facet: Facets) => string,
) {
  let sides: Map<string, string | null> | undefined;
  return (name: string) => {
    sides ??= onlySides(facets, namesOf, sideOf);
    return (sides.get(name) ?? null) !== null;
  };
}

/** By name the one thing that its entries are else; null where they are several. */
function onlySides(
  facets: readonly Facets[],
  namesOf: (facet: Facets) => string[],
  sideOf: (facet: Facets) => string,
): Map<string, string | null> {
  const sides = new Map<string, string | null>();
  for (const facet of facets) {
    for (const name of namesOf(facet)) {
      const side = sideOf(facet);
      const known = sides.get(name);
      if (known === undefined) sides.set(name, side);
      else if (known !== side) sides.set(name, null);
    }
  }
  return sides;
}

function identify(facet: Facets, tells: Telling): EntryIdentity {
  const names = facet.addresses.filter(tells.address).map((address) => `address ${address}`);
  if (facet.guid !== null && tells.guid(facet.guid)) {
    const name = `guid ${facet.guid}`;
    return { key: digest(name), basis: 'guid', names: [name, ...names] };
  }
  if (names[0] !== undefined) return { key: digest(names[0]), basis: 'address', names };
  const moment = momentOf(facet);
  const isEnough = facet.date !== '' && tells.moment(moment);
  const titled = titledOf(facet);
  const name = isEnough
    ? `moment ${moment}`
    : tells.title(titled)
      ? titled
      : `${titled} ${facet.text}`;
  const basis = isEnough ? 'address+date' : 'address+date+title';
  return { key: digest(name), basis, names: [name] };
}

const titleOf = ({ title }: Facets) => title;
const storyOf = ({ title, text }: Facets) => `${title} ${text}`;
const titledOf = (facet: Facets) => `titled ${momentOf(facet)} ${facet.title}`;

/** Place and time, for entries whose place alone says too little. */
function momentOf({ addresses, guid, date }: Facets): string {
  return `${addresses[0] ?? guid ?? ''} ${date}`;
}

const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 32);
