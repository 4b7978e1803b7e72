import type { FastifyReply } from 'fastify';
import { tongueOf } from '../site/view.ts';

const CODES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', 'The request was not understood.'],
  404: ['NOT_FOUND', 'There is no such thing.'],
  405: ['METHOD_NOT_ALLOWED', 'This address is asked for otherwise: Allow names the methods.'],
  410: ['GONE', 'It was taken down.'],
  429: ['TOO_MANY_REQUESTS', 'Ask again when Retry-After is over.'],
  503: ['NOT_AVAILABLE', 'This is not available.'],
};

export function isApi(url: string): boolean {
  return /^\/api(?:\/|$)/.test(tongueOf(url).path);
}

/** An error as the API says it; of faults of ours it tells no more than that. */
export function sendApiError(reply: FastifyReply, status: number, error?: Error): FastifyReply {
  const [code, usual] = CODES[status] ?? ['INTERNAL', 'Something went wrong here.'];
  const message = status === 400 && error ? error.message : usual;
  reply.code(status).header('cache-control', 'no-store').header('access-control-allow-origin', '*');
  return reply.send({ error: { code, message } });
}
