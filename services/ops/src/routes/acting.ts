import type { Act } from '@nashra/audit';
import type { FastifyRequest } from 'fastify';

/** Who acts from a page or by the API, for the audit. */
export function acting({ operator }: FastifyRequest, reason?: string): Act {
  return { actor: `ops:${operator?.name ?? 'nobody'}`, reason: reason?.trim() || undefined };
}
