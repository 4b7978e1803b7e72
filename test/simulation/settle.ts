import { ENDS, endOf } from './audit/ends.ts';
import type { AddressRow, FeedRow } from './model/rows.ts';
import { drain } from './pump.ts';
import type { World } from './world/world.ts';

/** So long a well world may take to come to rest, and so often its time is turned on to the next look. */
const LONGEST_MS = 15 * 60_000;
const MOST_TURNS = 60;
/** A page that was corrected a moment after it was read is read again no sooner. */
const REVISIT_MS = 20_000;

/**
 * Lets a well world come to rest: every feed has been read once more since all was well and nothing is in flight. Looks that are
 * planned for later are waited for by turning the clock on. False where it does not come to rest.
 */
export async function settle(world: World): Promise<boolean> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const since = world.clock.now;
    await drain(world.clock, () => {
      if (isAtRest(world, since) || world.clock.now > since + LONGEST_MS) return true;
      sleepTillPoll(world);
      return false;
    });
    if (!isAtRest(world, since)) return false;
    const next = nextLook(world);
    if (next === null && turn > 0) return true;
    const until = Math.max(next ?? 0, world.clock.now + REVISIT_MS);
    world.note('world', 'turns its clock on');
    world.clock.now = Math.max(world.clock.now, until);
  }
  return false;
}

function isAtRest({ store }: World, since: number): boolean {
  if (store.table('flight').size > 0 || store.open.size > 0) return false;
  return store.rows<FeedRow>('feed').every((it) => (it.last_success_at ?? 0) > since);
}

/** The next planned look at a page that has not yet ended as it should. */
function nextLook({ store, web }: World): number | null {
  const open = store.rows<AddressRow>('address').filter((row) => {
    if (row.againAt === null) return false;
    const site = web.sites.get(row.host);
    const page = site?.pages.find((it) => site.addressOf(it) === row.address);
    return page !== undefined && !ENDS[page.fate].includes(endOf(row));
  });
  return open.length === 0 ? null : Math.min(...open.map(({ againAt }) => againAt ?? 0));
}

/** Nothing is under way: time goes on to the next poll. */
function sleepTillPoll({ clock, store, processes }: World): void {
  if (store.table('flight').size > 0 || store.open.size > 0) return;
  const due = Math.min(...store.rows<FeedRow>('feed').map((it) => it.next_poll_at));
  const isUp = [...processes.values()].some((it) => it.alive);
  if (isUp && due > clock.now + SLEEP_MS) clock.now = due - SLEEP_MS;
}

/** Before a feed is due its poll is prepared. */
const SLEEP_MS = 6_000;
