import { isOwnOrigin, isSameText } from '@nashra/site';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loginPage } from '../pages/login.ts';
import { createAttempts } from './attempts.ts';
import type { Credentials } from './credentials.ts';
import { localPath } from './local-path.ts';
import { createSessions, SESSION_SECONDS } from './sessions.ts';

const COOKIE = 'nashra_ops';
const OPEN_PATHS: ReadonlySet<string> = new Set(['/login', '/healthz', '/readyz']);

/**
 * Puts everything behind a login: a form and a session cookie for people, HTTP Basic for scripts.
 * Writes are taken from our own pages only. The app needs @fastify/cookie and @fastify/formbody.
 */
export function guard(app: FastifyInstance, credentials: Credentials): void {
  const sessions = createSessions(credentials);
  const attempts = createAttempts();

  /** True, false, or the milliseconds this client has to wait before it is listened to. */
  function isRight(ip: string, user: string, password: string): boolean | number {
    const waitMs = attempts.waitMs(ip);
    if (waitMs > 0) return waitMs;
    const sameUser = isSameText(user, credentials.user);
    if (isSameText(password, credentials.password) && sameUser) return true;
    attempts.noteFailure(ip);
    return false;
  }

  app.addHook('onRequest', async (request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !isOwnOrigin(request.headers, request.host)) {
      return reply.code(403).send({ error: 'This request comes from another site.' });
    }
    if (OPEN_PATHS.has(pathOf(request))) return;
    if (sessions.isOpen(request.cookies[COOKIE] ?? '')) return;
    const basic = basicLogin(request.headers.authorization);
    const verdict = basic ? isRight(request.ip, ...basic) : false;
    if (verdict === true) return;
    if (typeof verdict === 'number') return tooMany(reply, verdict).send({ error: TOO_MANY });
    return refuse(request, reply);
  });

  app.get('/login', (request, reply) => {
    const { next } = request.query as { next?: unknown };
    return reply.type('text/html').send(loginPage(localPath(next)));
  });

  app.post('/login', (request, reply) => {
    const { user, password, next } = (request.body ?? {}) as Record<string, unknown>;
    const verdict = isRight(request.ip, String(user ?? ''), String(password ?? ''));
    reply.type('text/html');
    if (typeof verdict === 'number') {
      return tooMany(reply, verdict).send(loginPage(localPath(next), TOO_MANY));
    }
    if (!verdict) {
      return reply.code(401).send(loginPage(localPath(next), 'Wrong user or password.'));
    }
    reply.setCookie(COOKIE, sessions.open(), { ...cookie(request), maxAge: SESSION_SECONDS });
    return reply.redirect(localPath(next), 303);
  });

  app.post('/logout', (request, reply) => {
    sessions.close(request.cookies[COOKIE] ?? '');
    return reply.clearCookie(COOKIE, cookie(request)).redirect('/login', 303);
  });
}

const TOO_MANY = 'Too many wrong logins. Try again in some minutes.';

function tooMany(reply: FastifyReply, waitMs: number): FastifyReply {
  return reply.code(429).header('retry-after', Math.ceil(waitMs / 1000));
}

function cookie(request: FastifyRequest) {
  const secure = request.protocol === 'https';
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

/** People are shown the form; programs are told what they lack. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { accept, 'sec-fetch-mode': mode } = request.headers;
  if (request.method === 'GET' && accept?.includes('text/html')) {
    return reply.redirect(`/login?next=${encodeURIComponent(localPath(request.url))}`, 303);
  }
  // A page of ours whose session has ended must not make the browser ask for a password.
  if (mode === undefined) reply.header('www-authenticate', 'Basic realm="Nashra", charset="UTF-8"');
  return reply.code(401).send({ error: 'Log in at /login, or send HTTP Basic credentials.' });
}

function basicLogin(field: string | undefined): [user: string, password: string] | null {
  const encoded = /^basic ([\w+/=-]+)$/i.exec(field ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? null : [text.slice(0, colon), text.slice(colon + 1)];
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? url;
}
