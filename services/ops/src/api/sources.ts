import { pollNow, type Source, setSource, setSourceState } from '@nashra/sources';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { pickSources, SOURCE_SORTS } from '../state/sort-sources.ts';
import { endpoint } from './endpoint.ts';
import { listOf, sourceSchema } from './schemas.ts';

const source = z
  .string()
  .min(1)
  .max(4_096)
  .meta({ description: 'Address of a feed, or slug of a publisher' });
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
      health: z.string().max(40).default(''),
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
];
