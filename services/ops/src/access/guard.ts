import { hasNul, networkOf, type OwnHosts } from '@nashra/site';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loginPage } from '../pages/login.ts';
import { createAttempts } from './attempts.ts';
import { localPath } from './local-path.ts';
import type { Passwords } from './passwords.ts';
import { DEVICE_SECONDS, SESSION_SECONDS, type Sessions } from './sessions.ts';

const COOKIE = 'nashra_ops';
const DEVICE_COOKIE = 'nashra_ops_device';
const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

const loginForm = z.strictObject({
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  next: z.string().max(4_096).optional(),
});

export interface GuardDeps {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly hosts: OwnHosts;
}

/**
 * Puts everything behind a login: a form and a session cookie for people, HTTP Basic for scripts. Requests are taken under
 * our own names, writes from our own pages only. The app needs @fastify/cookie and @fastify/formbody.
 */
export function guard(app: FastifyInstance, { passwords, sessions, hosts }: GuardDeps): void {
  const attempts = createAttempts();

  /** True, false, or the milliseconds this client has to wait before it is listened to. */
  async function isRight(client: string, user: string, password: string) {
    const waitMs = attempts.waitMs(client);
    if (waitMs > 0) return waitMs;
    // Counted before it is looked at, so that guesses side by side count too.
    attempts.noteFailure(client);
    const verdict = await passwords.verify(user, password);
    if (verdict === false) return false;
    attempts.takeBack(client);
    return verdict === 'busy' ? 1_000 : true;
  }

  /** A device that somebody logged in from is counted for itself: nobody else's guesses shut it out. */
  async function clientOf({ ip, cookies }: FastifyRequest): Promise<string> {
    const device = await sessions.find('device', cookies[DEVICE_COOKIE]).catch(() => undefined);
    return device ? `device ${device.toString('hex')}` : networkOf(ip);
  }

  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    if (HEALTH_PATHS.has(path)) return;
    if (hasNul(request.url))
      return reply.code(400).send({ error: 'This address is none of ours.' });
    if (!hosts.serves(request.host))
      return reply
        .code(421)
        .send({ error: 'This host is not ours: OPS_HOSTS names those that are.' });
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !hosts.isOwn(request.headers, request.host))
      return reply.code(403).send({ error: 'This request comes from another site.' });
    if (path === '/login') return;
    if (await sessions.find('session', request.cookies[COOKIE])) return;
    const basic = basicLogin(request.headers.authorization);
    const verdict = basic ? await isRight(await clientOf(request), ...basic) : false;
    if (verdict === true) return;
    if (typeof verdict === 'number') return tooMany(reply, verdict).send({ error: TOO_MANY });
    return refuse(request, reply);
  });

  app.get('/login', (request, reply) => {
    const { next } = request.query as { next?: unknown };
    return reply.type('text/html').send(loginPage(localPath(next)));
  });

  app.post('/login', async (request, reply) => {
    const form = loginForm.safeParse(request.body);
    if (!form.success) return reply.code(400).send({ error: 'A login is a user and a password.' });
    const { user, password, next } = form.data;
    const verdict = await isRight(await clientOf(request), user, password);
    reply.type('text/html');
    if (typeof verdict === 'number')
      return tooMany(reply, verdict).send(loginPage(localPath(next), TOO_MANY));
    if (!verdict)
      return reply.code(401).send(loginPage(localPath(next), 'Wrong user or password.'));
    // Another session than before, so that nobody logs in to one that was planted.
    await sessions.close(request.cookies[COOKIE]);
    reply.setCookie(COOKIE, await sessions.open('session'), {
      ...cookie(request),
      maxAge: SESSION_SECONDS,
    });
    if (!(await sessions.find('device', request.cookies[DEVICE_COOKIE])))
      reply.setCookie(DEVICE_COOKIE, await sessions.open('device'), {
        ...cookie(request),
        maxAge: DEVICE_SECONDS,
      });
    return reply.redirect(localPath(next), 303);
  });

  app.post('/logout', async (request, reply) => {
    await sessions.close(request.cookies[COOKIE]);
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
  const encoded = /^basic ([\w+/=-]{1,2000})$/i.exec(field ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? null : [text.slice(0, colon), text.slice(colon + 1)];
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? url;
}
