import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LetIn } from './passwords.ts';
import { DEVICE_SECONDS, SESSION_SECONDS, type Sessions } from './sessions.ts';

export const COOKIE = 'nashra_ops';
export const DEVICE_COOKIE = 'nashra_ops_device';

export function cookie({ protocol }: Pick<FastifyRequest, 'protocol'>) {
  const secure = protocol === 'https';
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

/** Opens a session for who was let in; another one than before, so that nobody logs in to one that was planted. */
export async function startSession(
  sessions: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
  { who, login }: Pick<LetIn, 'who' | 'login'>,
): Promise<void> {
  await sessions.close(request.cookies[COOKIE]);
  const by = { who, login };
  reply.setCookie(COOKIE, await sessions.open('session', by), {
    ...cookie(request),
    maxAge: SESSION_SECONDS,
  });
  if (!(await sessions.find('device', request.cookies[DEVICE_COOKIE])))
    reply.setCookie(DEVICE_COOKIE, await sessions.open('device', by), {
      ...cookie(request),
      maxAge: DEVICE_SECONDS,
    });
}
