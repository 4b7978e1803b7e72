import { readFailureFilter, readFailures } from '@nashra/ledger';
import { askForRun, askOfRun, listRuns, meaningOf, readRun } from '@nashra/pipeline';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { VERBS } from '../pages/failures.ts';
import { carriedOut } from '../state/errands.ts';
import { filterOf } from '../state/group-filter.ts';
import { type ApiDeps, endpoint, NothingThere } from './endpoint.ts';
import { failuresSchema, listOf, reportSchema, runSchema } from './schemas.ts';

const filter = z.string().max(2_000).meta({
  description:
    'state:, stage:, reason:, host:, kind:, error:, since: — all must fit; a minus before one leaves out what fits it',
});
const because = z.string().max(2_000).meta({ description: 'Why, for the audit' });
const limit = z.coerce.number().int().min(1).max(1_000).default(100);
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

async function runOf({ pipeline }: ApiDeps, run: number) {
  const found = await readRun(pipeline.db, run);
  if (!found) throw new NothingThere();
  return found;
}

export const FAILURES = [
  endpoint({
    method: 'post',
    path: '/reread',
    summary:
      'Reads some of the kept pages of a filter again and says what would change, field by field and publisher by publisher; writes nothing',
    right: RIGHTS.failures,
    body: z.object({
      filter: filter.min(1),
      pages: z.int().min(1).max(1_000).default(100),
    }),
    answer: reportSchema,
    read: async ({ pipeline: { db }, act }, asked) =>
      (await carriedOut(db, 'pages.compare', asked, act())).answer,
  }),
  endpoint({
    path: '/failures',
    summary: 'What came to nothing, by stage, reason, host and error, the largest group first',
    right: RIGHTS.look,
    asked: z.object({ filter: filter.default(''), limit }),
    answer: failuresSchema,
    async read({ pipeline: { db } }, { filter: text, limit: most }) {
      const { groups, sum } = await readFailures(db, readFailureFilter(text), most);
      return {
        count: sum.count,
        groupCount: sum.groups,
        trend: sum.trend,
        groups: groups.map((group) => {
          const { errorKey: _key, exampleId: _id, ...it } = group;
          return { ...it, filter: filterOf(group), meaning: meaningOf(it.reason) };
        }),
      };
    },
  }),
  endpoint({
    path: '/runs',
    summary: 'What was done to many at once, the latest first',
    right: RIGHTS.look,
    asked: z.object({ limit }),
    answer: listOf(runSchema),
    read: async ({ pipeline: { db } }, { limit: most }) => ({ items: await listRuns(db, most) }),
  }),
  endpoint({
    method: 'post',
    path: '/runs',
    summary:
      'Does something to all failures of a filter: retry (ten, a tenth, all), discard or quarantine; or reextract, to all kept pages of one (publisher:, host:, since:, until:)',
    right: RIGHTS.failures,
    body: z.object({
      verb: z.enum([...VERBS, 'reextract']),
      filter: filter.min(1),
      because: because.min(1),
      rate: z.int().min(1).max(10_000).optional().meta({ description: 'A second, at the most' }),
      atOnce: z.boolean().default(false).meta({ description: 'Without phases' }),
      most: z.int().min(1).max(1_000_000).optional(),
    }),
    answer: runSchema,
    async read(deps, { because: why, atOnce, ...order }) {
      const run = await askForRun(deps.pipeline.db, { ...order, isWhole: atOnce }, deps.act(why));
      return await runOf(deps, run);
    },
  }),
  endpoint({
    path: '/runs/{id}',
    summary: 'How one stands, phase by phase',
    right: RIGHTS.look,
    asked: z.object({ id }),
    answer: runSchema,
    read: (deps, { id: run }) => runOf(deps, run),
  }),
  ...(['abort', 'undo', 'pause', 'resume'] as const).map((wanted) =>
    endpoint({
      method: 'post',
      path: `/runs/{id}/${wanted}`,
      summary: {
        abort: 'Stops one; what was sent goes on',
        undo: 'Takes back what has not begun',
        pause: 'Has one rest',
        resume: 'Has one that rests go on',
      }[wanted],
      right: RIGHTS.failures,
      asked: z.object({ id }),
      body: z.object({ because: because.optional() }),
      answer: runSchema,
      async read(deps, { id: run, because: why }) {
        await askOfRun(deps.pipeline.db, run, wanted, deps.act(why));
        return await runOf(deps, run);
      },
    }),
  ),
];
