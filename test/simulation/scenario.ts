import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { AddressRow, FeedRow, PublisherRow } from './model/rows.ts';
import { SERVICES, type ServiceName, type Settings } from './system.ts';
import { TEXTS } from './world/pages.ts';
import { DENIED, type Fate, type Page, Site } from './world/site.ts';
import { troublesOf } from './world/troubles.ts';
import type { World } from './world/world.ts';

/** What a seed makes of a world, before it begins. */
export interface Scenario {
  readonly settings: Settings;
  /** Of each service, how many processes. */
  readonly processes: ReadonlyMap<ServiceName, number>;
  /** For so long publishers publish and things go wrong. */
  readonly lastsMs: number;
}

const HOSTS = 3;
const RARE: readonly Fate[] = [
  'gone',
  'missing',
  'forbidden',
  'denied',
  'poison',
  'unwritable',
  'alias',
  'alias',
  'moved',
];

export function prepare(world: World): Scenario {
  const { random, clock } = world;
  const lastsMs = random.between(40, 120) * 1_000;
  const hosts = random.between(1, HOSTS);
  // What comes by the wire stands everywhere at once.
  const wire = Array.from({ length: TEXTS }, () =>
    random.chance(0.4) ? clock.now + random.next() * lastsMs : null,
  );
  for (let at = 0; at < hosts; at += 1) {
    const pages = pagesOf(world, lastsMs, wire);
    const window = random.chance(0.8) ? 40 : random.between(3, 8);
    enter(world, new Site(`host${at}.example`, at + 1, pages, window));
  }
  world.troubles = troublesOf(random);
  clock.skewMs = world.troubles.skewMs;
  const settings = {
    intervalMs: random.pick([200, 1_000, 1_000, 3_000]),
    concurrency: random.between(1, 3),
    tickMs: random.pick([1_000, 3_000, 5_000, 5_000]),
  };
  const processes = new Map(SERVICES.map((name) => [name, random.between(1, 2)]));
  return { settings, processes, lastsMs };
}

function pagesOf(world: World, lastsMs: number, wire: readonly (number | null)[]): Page[] {
  const { random, clock } = world;
  const endsAt = clock.now + lastsMs;
  const count = random.between(1, 7);
  const strange = random.chance(0.6) ? 0.3 : 0;
  // Publishers print each other's reports.
  const texts = random.sample(
    Array.from({ length: TEXTS }, (_, at) => at),
    count,
  );
  return texts.flatMap((text) => {
    const listedAt = wire[text] ?? clock.now + random.next() * lastsMs;
    const fate = random.chance(strange) ? random.pick(RARE) : 'good';
    const correctedAt =
      fate === 'good' && random.chance(0.3) ? [listedAt + random.next() * (endsAt - listedAt)] : [];
    const touchedAt = random.chance(0.2) ? [listedAt + random.next() * (endsAt - listedAt)] : [];
    const path = `${fate === 'denied' ? DENIED : '/news/'}${text}`;
    const page: Page = { path, fate, text, listedAt, correctedAt, touchedAt, to: null };
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
function enter(world: World, site: Site): void {
  const { store, clock, random } = world;
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
    interval_seconds: random.between(20, 60),
    next_poll_at: clock.now + (world.seed % 2 === 0 ? 5_000 : random.next() * 10_000),
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
