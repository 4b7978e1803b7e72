import * as articles from './articles.ts';
import * as blobs from './blobs.ts';
import * as captures from './captures.ts';
import * as feeds from './feeds.ts';
import * as slots from './host-slots.ts';
import * as ledger from './ledger.ts';
import * as quarantine from './quarantine.ts';
import * as redis from './redis.ts';
import * as surroundings from './surroundings.ts';

/** What stands in the place of owners and of what lies outside, by the names of the seams. */
export const MODEL = {
  ...ledger,
  ...feeds,
  ...captures,
  ...articles,
  ...quarantine,
  ...redis,
  ...blobs,
  openHostSlots: slots.openHostSlots,
  ...surroundings,
} as unknown as Readonly<Record<string, (...args: never[]) => unknown>>;
