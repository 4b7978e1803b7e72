import type { OwnHosts } from '@nashra/site';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { settingsPage } from '../pages/settings.ts';
import type { Signer } from '../site/signer.ts';
import type { Site } from '../site/site.ts';
import { COOKIE, readTaste, setTaste, tasteOf } from '../site/taste.ts';

/** What a form gives once or several times. */
const texts = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((it) => [it].flat());
const form = z.object({ muted: texts, words: texts, visits: z.string().optional() });

/** Readers say what they do not want to see, and whether new things are marked; nothing wanted, nothing kept. */
export function serveSettings(
  app: FastifyInstance,
  site: Site,
  { signer, hosts }: { readonly signer: Signer; readonly hosts: OwnHosts },
): void {
  app.get('/settings', async (request, reply) => {
    const taste = readTaste(request.cookies[COOKIE], signer);
    const isSaved = (request.query as { saved?: unknown }).saved !== undefined;
    return site.sendPage(request, reply, (view) => settingsPage(view, taste, isSaved));
  });
  app.post('/settings', async (request, reply) => {
    if (!hosts.isOwn(request.headers, request.host)) return site.sendError(request, reply, 403);
    const said = form.safeParse(request.body ?? {});
    if (!said.success) return site.sendError(request, reply, 400);
    const { muted, words: written, visits: wanted } = said.data;
    const before = readTaste(request.cookies[COOKIE], signer)?.visits;
    const visits = wanted === '1' ? (before ?? { before: null, now: Date.now() }) : null;
    const words = written.flatMap((it) => it.split(/\r?\n/));
    const taste = tasteOf(muted, words, visits);
    if (taste) setTaste(request, reply, taste, signer);
    else reply.clearCookie(COOKIE, { path: '/' });
    return reply.redirect(`${request.originalUrl.split('?', 1)[0]}?saved`, 303);
  });
}
