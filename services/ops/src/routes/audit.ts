import { readAudit } from '@nashra/audit';
import type { Pipeline } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { auditPage } from '../pages/audit.ts';
import { viewOf } from '../site/view.ts';

const asked = z.object({
  subject: z.string().max(4_200).default(''),
  actor: z.string().max(200).default(''),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
const DEEDS = 100;

export function serveAudit(app: FastifyInstance, { db }: Pipeline): void {
  app.get('/audit', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { subject, actor, before } = asked.parse(request.query);
    const filter = { subject: subject || undefined, actor: actor || undefined, before };
    const deeds = await readAudit(db, { ...filter, limit: DEEDS });
    const next = deeds.length === DEEDS ? (deeds.at(-1)?.id ?? null) : null;
    const page = auditPage(viewOf(request), { deeds, subject, actor, next });
    return reply.type('text/html').send(page);
  });
}
