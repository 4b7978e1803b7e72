import { readAudit } from '@nashra/audit';
import { journeyOf } from '@nashra/pipeline';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { DESK } from './desk.ts';
import { endpoint, NothingThere, type OpsEndpoint } from './endpoint.ts';
import { FAILURES } from './failures.ts';
import { GUARDS } from './guards.ts';
import { PEOPLE } from './people.ts';
import { concernSchema, deedSchema, listOf } from './schemas.ts';
import { SOURCES } from './sources.ts';

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
