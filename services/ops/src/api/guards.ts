import { countPagesOf, goOn, heldBy } from '@nashra/pipeline';
import { findGuard, listGuards, setGuard } from '@nashra/sources';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { type ApiDeps, endpoint } from './endpoint.ts';
import { guardSchema, listOf } from './schemas.ts';

const publisher = z.string().min(1).max(200).meta({ description: 'Slug of a publisher' });
const because = z.string().min(1).max(2_000).meta({ description: 'Why, for the audit' });
const shown = guardSchema.extend({ held: z.int().meta({ description: 'Pages that are held' }) });

async function guardOf({ pipeline: { db } }: ApiDeps, slug: string) {
  const { publisherId: _id, ...guard } = await findGuard(db, slug);
  return { ...guard, held: await countPagesOf(db, heldBy(slug)) };
}

export const GUARDS = [
  endpoint({
    path: '/guards',
    summary: 'Publishers whose pages are not what they were, or that somebody holds',
    right: RIGHTS.look,
    answer: listOf(guardSchema),
    read: async ({ pipeline: { db } }) => ({
      items: (await listGuards(db)).map(({ publisherId: _id, ...guard }) => guard),
    }),
  }),
  endpoint({
    path: '/guards/{name}',
    summary: 'What has changed of the pages of one',
    right: RIGHTS.look,
    asked: z.object({ name: publisher }),
    answer: shown,
    read: (deps, { name }) => guardOf(deps, name),
  }),
  ...(['go-on', 'hold', 'off'] as const).map((verb) =>
    endpoint({
      method: 'post',
      path: `/guards/{name}/${verb}`,
      summary: {
        'go-on': 'Learns anew what its pages are like, and reads again what was held',
        hold: 'Holds all that comes from it',
        off: 'Watches and holds nothing of it any more',
      }[verb],
      right: RIGHTS.sources,
      asked: z.object({ name: publisher }),
      body: z.object({ because }),
      answer: shown.extend({ run: z.int().nullable().meta({ description: 'That reads again' }) }),
      async read(deps, { name, because: why }) {
        const { db } = deps.pipeline;
        let run: number | null = null;
        if (verb === 'go-on') run = await goOn(db, name, deps.act(why));
        else await setGuard(db, name, verb === 'hold' ? 'held' : 'off', deps.act(why));
        return { ...(await guardOf(deps, name)), run };
      },
    }),
  ),
];
