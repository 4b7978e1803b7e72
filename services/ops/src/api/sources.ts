import {
  FEED_HEALTH,
  type FeedHealth,
  pollNow,
  type Source,
  setSource,
  setSourceState,
} from '@nashra/sources';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { carriedOut } from '../state/errands.ts';
import { addFound, findAt } from '../state/found.ts';
import { pickSources, SOURCE_SORTS } from '../state/sort-sources.ts';
import { endpoint } from './endpoint.ts';
import { foundSchema, listOf, sourceSchema } from './schemas.ts';

const source = z
  .string()
  .min(1)
  .max(4_096)
  .meta({ description: 'Address of a feed, or slug of a publisher' });
const web = z.string().trim().min(1).max(4_096);
const HEALTHS = Object.keys(FEED_HEALTH) as FeedHealth[];
const because = z.string().max(2_000).optional().meta({ description: 'Why, for the audit' });
const FIELDS = Object.keys(sourceSchema.shape) as (keyof typeof sourceSchema.shape &
  keyof Source)[];
const shown = (it: Source) => Object.fromEntries(FIELDS.map((name) => [name, it[name] ?? null]));

export const SOURCES = [
  endpoint({
    path: '/sources',
    summary: 'Feeds and how they are',
    right: RIGHTS.look,
    asked: z.object({
      health: z.enum(['', ...HEALTHS]).default(''),
      q: z.string().max(200).default('').meta({ description: 'Part of a name, title or address' }),
      sort: z.enum(SOURCE_SORTS).default('urgency'),
      limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
    }),
    answer: listOf(sourceSchema),
    async read({ state }, { limit, ...question }) {
      const found = pickSources(await state.sources(), question);
      return { items: found.slice(0, limit).map(shown) };
    },
  }),
  ...(['pause', 'resume'] as const).map((verb) =>
    endpoint({
      method: 'post',
      path: `/sources/${verb}`,
      summary: verb === 'pause' ? 'Stops polling and fetching' : 'Polls and fetches again',
      right: RIGHTS.sources,
      body: z.object({ source, because }),
      answer: z.strictObject({ source: z.string(), state: z.string() }),
      async read({ pipeline: { db }, act }, { source: what, because: why }) {
        const state = verb === 'pause' ? 'paused' : 'active';
        await setSourceState(db, what, state, act(why));
        return { source: what, state };
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/sources/poll',
    summary: 'Makes feeds due now',
    right: RIGHTS.sources,
    body: z.object({ source, because }),
    answer: z.strictObject({ source: z.string(), feeds: z.int() }),
    read: async ({ pipeline: { db }, act }, { source: what, because: why }) => ({
      source: what,
      feeds: await pollNow(db, what, act(why)),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/sources/set',
    summary: 'Changes how a feed is polled and what it is called',
    right: RIGHTS.sources,
    body: z.object({
      source,
      because,
      intervalSeconds: z.int().min(1).max(2_592_000).optional(),
      title: z.string().max(200).optional(),
    }),
    answer: z.strictObject({ source: z.string() }),
    async read({ pipeline: { db }, act }, { source: what, because: why, ...settings }) {
      await setSource(db, what, settings, act(why));
      return { source: what };
    },
  }),
  endpoint({
    method: 'post',
    path: '/sources/find',
    summary: 'What an address has as a source: feeds and sitemaps, read politely; adds nothing',
    right: RIGHTS.sources,
    body: z.object({ address: web }),
    answer: z.strictObject({ errand: z.int(), items: z.array(foundSchema) }),
    async read({ pipeline: { db }, act }, { address }) {
      const { errand, found } = await findAt(db, address, act());
      return { errand, items: found };
    },
  }),
  endpoint({
    method: 'post',
    path: '/sources/add',
    summary: 'Adds some of what was found within the hour',
    right: RIGHTS.sources,
    body: z.object({
      errand: z.int().min(1),
      choose: z.array(z.int().min(0)).min(1).max(100).meta({ description: 'Counted from 0' }),
      because,
    }),
    answer: z.strictObject({ publisher: z.string() }),
    async read({ pipeline: { db }, act }, { because: why, ...it }) {
      return { publisher: await addFound(db, it, act(why)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/sources/move',
    summary: 'Gives a feed another address: also the way back from a move that was learned',
    right: RIGHTS.sources,
    body: z.object({ source: web, to: web, because: z.string().min(1).max(2_000) }),
    answer: z.strictObject({ source: z.string() }),
    async read({ pipeline: { db }, act }, { because: why, ...it }) {
      return (await carriedOut(db, 'source.move', it, act(why))).answer;
    },
  }),
];
