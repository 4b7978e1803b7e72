import type { Logger } from '@nashra/log';
import { type Asked, hasNul, networkOf, type OwnHosts } from '@nashra/site';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deniedPage, loginPage } from '../pages/login.ts';
import { viewOf } from '../site/view.ts';
import { createAttempts } from './attempts.ts';
import { localPath } from './local-path.ts';
import type { LetIn, Passwords } from './passwords.ts';
import { may, type Operator, RIGHTS, type Right, rightOf } from './rights.ts';
import { COOKIE, cookie, DEVICE_COOKIE, startSession } from './session-cookies.ts';
import type { Sessions } from './sessions.ts';
import { SIGN_ON_PATHS } from './sign-on-paths.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null at the door alone. */
    operator: Operator | null;
  }
  interface FastifyContextConfig {
    /** What it takes to be answered; of a route that says nothing `rightOf` has the rule. */
    right?: Right;
  }
}

const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);
/** Answered to everybody: the door itself. */
const OPEN_PATHS: ReadonlySet<string> = new Set([
  '/login',
  '/language',
  ...Object.values(SIGN_ON_PATHS),
]);

const loginForm = z.strictObject({
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  next: z.string().max(4_096).optional(),
});

export interface GuardDeps {
  /** Who comes in and who is turned away; never what was typed: people type passwords into the wrong field. */
  readonly log: Logger;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly hosts: OwnHosts;
  /** What the provider of a sign-on elsewhere is called, where there is one. */
  readonly signOn?: string | undefined;
  /** Of whom a token of the API speaks. */
  findToken?(
    token: string,
  ): Promise<{ who: string; role: Operator['role']; scopes: readonly string[] } | null>;
}

/**
 * Puts everything behind a login: a form and a session cookie for people, HTTP Basic and tokens for programs; and asks of
 * each route whether who asks may. Requests are taken under our own names, writes from our own pages only. The app needs
 * @fastify/cookie and @fastify/formbody.
 */
export function guard(
  app: FastifyInstance,
  deps: GuardDeps,
  methodsOf: (asked: Asked) => readonly string[],
): void {
  const { passwords, sessions, hosts, log, signOn } = deps;
  const attempts = createAttempts();
  app.decorateRequest('operator', null);

  /** Who was let in, false, or the milliseconds this client has to wait before it is listened to. */
  async function letIn(client: string, user: string, password: string) {
    const waitMs = attempts.waitMs(client);
    if (waitMs > 0) return waitMs;
    // Counted before it is looked at, so that guesses side by side count too.
    attempts.noteFailure(client);
    const verdict = await passwords.verify(user, password);
    if (verdict === false) {
      log.warn({ client }, 'wrong login');
      return false;
    }
    attempts.takeBack(client);
    return verdict === 'busy' ? 1_000 : verdict;
  }

  /** A device that somebody logged in from is counted for itself: nobody else's guesses shut it out. */
  async function clientOf({ ip, cookies }: FastifyRequest): Promise<string> {
    const device = await sessions.find('device', cookies[DEVICE_COOKIE]).catch(() => undefined);
    return device ? `device ${device.hash.toString('hex')}` : networkOf(ip);
  }

  /** Who asks; false for nobody, or the milliseconds to wait. */
  async function whoAsks(request: FastifyRequest): Promise<Operator | false | number> {
    const session = await sessions.find('session', request.cookies[COOKIE]);
    if (session) return personOf({ ...session, name: session.who ?? passwords.name });
    const { authorization } = request.headers;
    const [, token] = /^bearer (\S{1,200})$/i.exec(authorization ?? '') ?? [];
    if (token !== undefined) {
      const found = await deps.findToken?.(token);
      return found ? { name: found.who, role: found.role, scopes: found.scopes } : false;
    }
    // A browser sends a password that it knows along with what another site's page asks for, an image say.
    const basic = hosts.isOwn(request.headers, request.host) ? basicLogin(authorization) : null;
    const verdict = basic ? await letIn(await clientOf(request), ...basic) : false;
    return typeof verdict === 'object' ? personOf(verdict) : verdict;
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
    if (OPEN_PATHS.has(path)) return;
    const who = await whoAsks(request);
    if (typeof who === 'number') return tooMany(reply, who).send({ error: TOO_MANY });
    if (who === false) return refuse(request, reply);
    request.operator = who;
    // Who asks in another way than there is does nothing by it, and is told which there are.
    const isOtherwise = request.is404 && methodsOf(request).length > 0;
    const said = isOtherwise ? RIGHTS.look : request.routeOptions.config?.right;
    if (may(who, rightOf(request.method, path, said))) return;
    log.warn({ who: who.name, role: who.role, path }, 'not allowed');
    reply.code(403);
    if (!request.headers.accept?.includes('text/html'))
      return reply.send({ error: `This takes more than the role ${who.role}.` });
    return reply.type('text/html').send(deniedPage(viewOf(request)));
  });

  app.get('/login', (request, reply) => {
    const { next } = request.query as { next?: unknown };
    return reply.type('text/html').send(loginPage(viewOf(request), localPath(next), { signOn }));
  });

  app.post('/login', async (request, reply) => {
    const form = loginForm.safeParse(request.body);
    if (!form.success) return reply.code(400).send({ error: 'A login is a user and a password.' });
    const { user, password, next } = form.data;
    const verdict = await letIn(await clientOf(request), user, password);
    reply.type('text/html');
    const view = viewOf(request);
    if (typeof verdict === 'number')
      return tooMany(reply, verdict).send(
        loginPage(view, localPath(next), { complaint: view.words.tooMany, signOn }),
      );
    if (!verdict)
      return reply
        .code(401)
        .send(loginPage(view, localPath(next), { complaint: view.words.wrongLogin, signOn }));
    log.info({ who: verdict.name, role: verdict.role }, 'logged in');
    await startSession(sessions, request, reply, verdict);
    return reply.redirect(localPath(next), 303);
  });

  app.post(
    '/logout',
    { config: { right: { role: 'viewer', scope: null } } },
    async (request, reply) => {
      await sessions.close(request.cookies[COOKIE]);
      const to = signOn === undefined ? '/login' : SIGN_ON_PATHS.out;
      return reply.clearCookie(COOKIE, cookie(request)).redirect(to, 303);
    },
  );
}

const TOO_MANY = 'Too many wrong logins. Try again in some minutes.';

function personOf({ name, role }: Pick<LetIn, 'name' | 'role'>): Operator {
  return { name, role, scopes: null };
}

function tooMany(reply: FastifyReply, waitMs: number): FastifyReply {
  return reply.code(429).header('retry-after', Math.ceil(waitMs / 1000));
}

/** People are shown the form; programs are told what they lack. */
function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { accept, 'sec-fetch-mode': mode } = request.headers;
  if (request.method === 'GET' && accept?.includes('text/html')) {
    return reply.redirect(`/login?next=${encodeURIComponent(localPath(request.url))}`, 303);
  }
  // A page of ours whose session has ended must not make the browser ask for a password.
  if (mode === undefined) reply.header('www-authenticate', 'Basic realm="Nashra", charset="UTF-8"');
  return reply
    .code(401)
    .send({ error: 'Log in at /login, or send HTTP Basic credentials or a bearer token.' });
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
