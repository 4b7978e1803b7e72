import { readYields, type Yield } from '@nashra/articles';
import { readAudit } from '@nashra/audit';
import type { Db } from '@nashra/db';
import { ErrandError, type Pipeline } from '@nashra/pipeline';
import { listSources, pollNow, type Source, setSource, setSourceState } from '@nashra/sources';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localPath } from '../access/local-path.ts';
import { RIGHTS } from '../access/rights.ts';
import { type AddSource, addSourcePage } from '../pages/add-source.ts';
import { missingPage } from '../pages/login.ts';
import { sourcePage } from '../pages/source.ts';
import { hrefOf, sourcesPage } from '../pages/sources.ts';
import { viewOf } from '../site/view.ts';
import { carriedOut } from '../state/errands.ts';
import { addFound, findAt } from '../state/found.ts';
import { pickSources, SOURCE_SORTS } from '../state/sort-sources.ts';
import type { PipelineState } from '../state/state.ts';
import { acting } from './acting.ts';

const text = z.string().max(200).default('');
export const sourceQuestion = z.object({
  health: text,
  q: text,
  sort: z.enum(SOURCE_SORTS).default('urgency').catch('urgency'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
const deed = z.object({
  source: z.string().min(1).max(4_096),
  verb: z.enum(['pause', 'resume', 'poll', 'set']),
  back: z.string().max(4_096).default('/sources'),
  because: z.string().max(2_000).optional(),
  interval: z.coerce.number().int().min(1).max(2_592_000).optional(),
  title: z.string().max(200).optional(),
});
const web = z.string().trim().min(1).max(4_096);
const looked = z.object({ address: web.optional() });
const added = z.object({
  errand: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  choose: z
    .union([
      z.array(z.coerce.number().int().min(0).max(100)),
      z.coerce
        .number()
        .int()
        .min(0)
        .max(100)
        .transform((it) => [it]),
    ])
    .default([]),
  because: z.string().max(2_000).optional(),
});
const moved = z.object({
  source: web,
  to: web.optional(),
  choose: z.coerce.number().int().min(1).max(100).optional(),
  because: z.string().trim().min(1).max(2_000),
});
const PAGE = 100;
const DEEDS = 50;

export function serveSources(
  app: FastifyInstance,
  { db }: Pipeline,
  state: Pick<PipelineState, 'sources'>,
): void {
  app.get('/sources', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { page, ...question } = sourceQuestion.parse(request.query);
    const all = await state.sources();
    const found = pickSources(all, question);
    const shown = found.slice((page - 1) * PAGE, page * PAGE);
    const next = found.length > page * PAGE ? page + 1 : null;
    const yields = await yieldsOf(db, shown);
    const facts = { all, shown, yields, matched: found.length, next, ...question };
    return reply.type('text/html').send(sourcesPage(viewOf(request), facts));
  });
  app.get('/source', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { of } = request.query as { of?: unknown };
    const view = viewOf(request);
    reply.type('text/html');
    const source = (await listSources(db)).find(({ address }) => address === of);
    if (!source) return reply.code(404).send(missingPage(view));
    const deeds = await readAudit(db, { subject: source.address, limit: DEEDS });
    const yields = await yieldsOf(db, [source]);
    const moves = await movesOf(db, source.address);
    const yield_ = yields.get(source.publisher);
    return reply.send(sourcePage(view, { source, yield_, deeds, moves }));
  });
  app.post('/sources/act', { config: { right: RIGHTS.sources } }, async (request, reply) => {
    const { source, verb, back, because, interval, title } = deed.parse(request.body);
    const act = acting(request, because);
    if (verb === 'poll') await pollNow(db, source, act);
    else if (verb === 'set') await setSource(db, source, { intervalSeconds: interval, title }, act);
    else await setSourceState(db, source, verb === 'pause' ? 'paused' : 'active', act);
    return reply.redirect(localPath(back), 303);
  });
  const acts = { config: { right: RIGHTS.sources } };
  app.get('/sources/add', acts, async (request, reply) => {
    const { address = '' } = looked.parse(request.query);
    const view = viewOf(request);
    const none: AddSource = { address, complaint: null, found: [], errand: null };
    reply.type('text/html');
    if (address === '') return reply.send(addSourcePage(view, none));
    try {
      const found = await findAt(db, address, acting(request));
      return reply.send(addSourcePage(view, { ...none, ...found }));
    } catch (error) {
      if (!(error instanceof ErrandError)) throw error;
      return reply.code(400).send(addSourcePage(view, { ...none, complaint: error.message }));
    }
  });
  app.post('/sources/add', acts, async (request, reply) => {
    const { because, ...it } = added.parse(request.body);
    const slug = await addFound(db, it, acting(request, because));
    return reply.redirect(`/sources?${new URLSearchParams({ q: slug })}`, 303);
  });
  app.post('/sources/move', acts, async (request, reply) => {
    const { source, to, choose = 1, because } = moved.parse(request.body);
    const act = acting(request, because);
    const { answer } = to
      ? await carriedOut(db, 'source.move', { source, to }, act)
      : await carriedOut(db, 'source.adopt', { source, choose }, act);
    return reply.redirect(hrefOf({ address: (answer as { source: string }).source }), 303);
  });
}

/** What the publishers of some sources have brought, by their slugs. */
async function yieldsOf(db: Db, sources: readonly Source[]): Promise<ReadonlyMap<string, Yield>> {
  const slugs = new Map(sources.map(({ publisherId, publisher }) => [publisherId, publisher]));
  const yields = await readYields(db, [...slugs.keys()]);
  return new Map([...yields].map(([id, it]) => [slugs.get(id) ?? '', it]));
}

const MOST_MOVES = 10;

/** The steps that led to an address, the latest first: each has in its detail from where. */
async function movesOf(db: Db, address: string) {
  const moves = [];
  for (let at = address; moves.length < MOST_MOVES; ) {
    const before = moves.at(-1)?.id;
    const [step] = await readAudit(db, {
      ...{ subject: at, action: 'source.move', limit: 1 },
      ...(before !== undefined && { before }),
    });
    if (!step) break;
    moves.push(step);
    at = String((step.detail as { from?: string }).from ?? '');
  }
  return moves;
}
