import { readPast } from '@nashra/articles';
import { readAudit } from '@nashra/audit';
import { journeyOf } from '@nashra/pipeline';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { carriedOut } from '../state/errands.ts';
import { DESK } from './desk.ts';
import { endpoint, NothingThere, type OpsEndpoint } from './endpoint.ts';
import { FAILURES } from './failures.ts';
import { GUARDS } from './guards.ts';
import { PEOPLE } from './people.ts';
import { concernSchema, deedSchema, listOf } from './schemas.ts';
import { SOURCES } from './sources.ts';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const LOOKS = [
  endpoint({
    path: '/status',
    summary: 'Counts and what keeps work from moving',
    right: RIGHTS.look,
    answer: z.looseObject({ ledger: z.record(z.string(), z.number()) }),
    read: ({ state }) => state.status(),
  }),
  endpoint({
    path: '/concerns',
    summary: 'What needs attention, the most pressing first',
    right: RIGHTS.look,
    answer: listOf(concernSchema),
    read: async ({ state }) => ({ items: (await state.overview()).concerns }),
  }),
  endpoint({
    path: '/journey',
    summary: 'Where an address stands and why, with every step',
    right: RIGHTS.look,
    asked: z.object({
      of: z
        .string()
        .min(1)
        .max(4_096)
        .meta({ description: 'An address, its id, or its article’s' }),
    }),
    answer: z.looseObject({ id: z.int(), address: z.string(), state: z.string() }),
    async read({ pipeline }, { of }) {
      const journey = await journeyOf(pipeline, of.trim());
      if (!journey) throw new NothingThere();
      return journey;
    },
  }),
  endpoint({
    path: '/addresses/{id}/kept',
    summary: 'The kept page of an address, and what the extractor of now makes of it',
    right: RIGHTS.look,
    asked: z.object({ id }),
    answer: z.looseObject({ url: z.string(), source: z.string(), read: z.looseObject({}) }),
    read: async ({ pipeline: { db }, act }, { id: address }) =>
      (await carriedOut(db, 'page.read', { address }, act())).answer,
  }),
  endpoint({
    method: 'post',
    path: '/addresses/{id}/replay',
    summary: 'Sends one that has ended through again',
    right: RIGHTS.failures,
    asked: z.object({ id }),
    body: z.object({ from: z.enum(['fetch', 'parse']), because: z.string().min(1).max(2_000) }),
    answer: z.strictObject({ sent: z.array(z.int()) }),
    read: async ({ pipeline: { db }, act }, { id: address, from, because }) =>
      (await carriedOut(db, 'address.replay', { address, from }, act(because))).answer,
  }),
  endpoint({
    path: '/articles/{id}/past',
    summary: 'Revisions of an article, what readers were told, and why it is in its story',
    right: RIGHTS.look,
    asked: z.object({ id }),
    answer: z.looseObject({ storyId: z.int(), revisions: z.array(z.looseObject({})) }),
    async read({ pipeline: { db } }, { id: article }) {
      const past = await readPast(db, article);
      if (!past) throw new NothingThere();
      return past;
    },
  }),
  endpoint({
    path: '/audit',
    summary: 'Who did what, and why, the latest first',
    right: RIGHTS.look,
    asked: z.object({
      subject: z.string().max(4_200).optional(),
      actor: z.string().max(200).optional(),
      before: z.coerce
        .number()
        .int()
        .min(1)
        .max(Number.MAX_SAFE_INTEGER)
        .optional()
        .meta({ description: 'Id of the last one seen' }),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    answer: listOf(deedSchema),
    read: async ({ pipeline: { db } }, filter) => ({ items: await readAudit(db, filter) }),
  }),
];

/** Everything under `/api/ops/v1`; routes, rights and the OpenAPI document are made of these. */
export const ENDPOINTS: readonly OpsEndpoint[] = [
  ...LOOKS,
  ...FAILURES,
  ...SOURCES,
  ...GUARDS,
  ...DESK,
  ...PEOPLE,
];
