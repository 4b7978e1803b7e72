import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { AddressRow, FeedRow, PublisherRow } from './model/rows.ts';
import { SERVICES, type ServiceName, type Settings } from './system.ts';
import { TEXTS } from './world/pages.ts';
import { DENIED, type Fate, type Page, Site } from './world/site.ts';
import { CALM, type Troubles, troublesOf } from './world/troubles.ts';
import type { World } from './world/world.ts';

/** What a seed makes of a world, before it begins. */
export interface Scenario {
  readonly settings: Settings;
  /** Of each service, how many processes. */
  readonly processes: ReadonlyMap<ServiceName, number>;
  /** Which of them begin later than all others, when much waits for them, and when. */
  readonly late: { readonly name: ServiceName; readonly afterMs: number } | null;
  /** What goes wrong while it lasts; nothing where it is CALM. */
  readonly troubles: Troubles;
  /** For so long publishers publish and things go wrong. */
  readonly lastsMs: number;
}

const HOSTS = 3;
const RARE: readonly Fate[] = [
  'gone',
  'missing',
  'forbidden',
  'denied',
  'barred',
  'poison',
  'unwritable',
  'alias',
  'alias',
  'moved',
];

export function prepare(world: World): Scenario {
  const { random, clock } = world;
  const lastsMs = random.between(40, 120) * 1_000;
  // Publishers who are asked at the same moments and have the same reports then: copies that meet.
  const isInStep = random.chance(0.5);
  const hosts = random.between(isInStep ? 2 : 1, HOSTS);
  const texts = textsOf(random);
  // What comes by the wire stands everywhere at once.
  const wire = Array.from({ length: TEXTS }, () =>
    random.chance(isInStep ? 0.9 : 0.4) ? clock.now + random.next() * lastsMs : null,
  );
  const polls = pollsOf(world);
  for (let at = 0; at < hosts; at += 1) {
    const pages = pagesOf(world, lastsMs, wire, isInStep ? texts : textsOf(random));
    const feed = {
      window: random.chance(0.8) ? 40 : random.between(3, 8),
      hasGuids: random.chance(0.6),
    };
    const site = new Site(`host${at}.example`, at + 1, pages, feed);
    enter(world, site, isInStep ? polls : pollsOf(world));
  }
  const troubles = random.chance(0.15) ? CALM : troublesOf(random);
  world.troubles = troubles;
  clock.skewMs = world.troubles.skewMs;
  const settings = {
    intervalMs: random.pick(isInStep ? [200, 200, 1_000] : [200, 1_000, 1_000, 3_000]),
    concurrency: random.between(1, 3),
    tickMs: random.pick([1_000, 3_000, 5_000, 5_000]),
    jobsAtOnce: random.pick([1, 2, 50]),
  };
  const processes = new Map(SERVICES.map((name) => [name, random.between(isInStep ? 2 : 1, 2)]));
  const late = random.chance(0.4)
    ? { name: random.pick(SERVICES), afterMs: random.next() * lastsMs }
    : null;
  return { settings, processes, late, troubles, lastsMs };
}

/** What a publisher prints, of the reports that all have. */
function textsOf(random: World['random']): readonly number[] {
  const all = Array.from({ length: TEXTS }, (_, at) => at);
  return random.sample(all, random.between(1, 7));
}

/** When a feed is polled: the first time, and how often. */
interface Polls {
  readonly firstAt: number;
  readonly intervalSeconds: number;
}

function pollsOf({ clock, random, seed }: World): Polls {
  const intervalSeconds = random.between(20, 60);
  const firstAt = clock.now + (seed % 2 === 0 ? 5_000 : random.next() * 10_000);
  return { firstAt, intervalSeconds };
}

function pagesOf(
  world: World,
  lastsMs: number,
  wire: readonly (number | null)[],
  texts: readonly number[],
): Page[] {
  const { random, clock } = world;
  const endsAt = clock.now + lastsMs;
  const strange = random.chance(0.6) ? 0.3 : 0;
  return texts.flatMap((text) => {
    const listedAt = wire[text] ?? clock.now + random.next() * lastsMs;
    const fate = random.chance(strange) ? random.pick(RARE) : 'good';
    const correctedAt =
      fate === 'good' && random.chance(0.3) ? [listedAt + random.next() * (endsAt - listedAt)] : [];
    const touchedAt = random.chance(0.2) ? [listedAt + random.next() * (endsAt - listedAt)] : [];
    const path = `${fate === 'denied' ? DENIED : '/news/'}${text}`;
    const to = fate === 'barred' ? `${DENIED}${text}` : null;
    const page: Page = { path, fate, text, listedAt, correctedAt, touchedAt, to };
    return SECONDED.has(fate) ? withSecond(world, page, endsAt) : [page];
  });
}

const SECONDED: ReadonlySet<Fate> = new Set(['alias', 'moved', 'unwritable']);

/** The same report under a second address, which its feed shows before, after, or in the same breath. */
function withSecond({ random, clock }: World, page: Page, endsAt: number): Page[] {
  const { fate, path, listedAt } = page;
  const isAtOnce = random.chance(0.5);
  const secondAt = isAtOnce ? listedAt : clock.now + random.next() * (endsAt - clock.now);
  const second: Page = { ...page, path: `${path}-${fate}`, listedAt: secondAt, to: path };
  if (fate === 'unwritable') return [page, second];
  // Where another one leads must be there by then.
  const firstAt = fate === 'moved' ? Math.min(listedAt, secondAt) : listedAt;
  return [{ ...page, fate: 'good', listedAt: firstAt }, second];
}

/** A publisher and its feed, as `sources add` leaves them. */
function enter(world: World, site: Site, { firstAt, intervalSeconds }: Polls): void {
  const { store, clock } = world;
  const { host, publisherId, feedAddress } = site;
  world.web.sites.set(host, site);
  const tx = store.begin();
  const publisher: PublisherRow = {
    id: publisherId,
    slug: host.split('.')[0] ?? host,
    name: host,
    state: 'active',
  };
  tx.put('publisher', publisherId, publisher);
  const address = canonicalAddress(feedAddress) ?? feedAddress;
  const key = addressKey(address).toString('hex');
  const id = store.nextId();
  const row: AddressRow = {
    id,
    key,
    address,
    host: hostOf(address),
    publisherId,
    kind: 'feed',
    state: 'read',
    reason: null,
    articleId: null,
    captureId: null,
    etag: null,
    lastModified: null,
    guidKey: null,
    entryHash: null,
    entry: null,
    foundIn: null,
    vain: 0,
    againAt: null,
    againLane: null,
    unlistedAt: null,
    createdAt: clock.now,
    updatedAt: clock.now,
  };
  tx.put('address', id, row);
  tx.put('address key', key, { id });
  const feed: FeedRow = {
    id: publisherId,
    address_id: id,
    publisher_id: publisherId,
    state: 'active',
    interval_seconds: intervalSeconds,
    next_poll_at: firstAt,
    last_polled_at: null,
    last_success_at: null,
    last_entry_at: null,
    failures: 0,
    last_reason: null,
    entries_seen: 0,
    rhythm: null,
    shortfall: null,
    wishes: null,
    overflows: 0,
    overflow_at: null,
    told: 0,
    next_why: null,
  };
  tx.put('feed', feed.id, feed);
  tx.commit();
}
