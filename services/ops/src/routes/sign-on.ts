import { admitSignOn, PersonError } from '@nashra/audit';
import type { Db } from '@nashra/db';
import type { Logger } from '@nashra/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localPath } from '../access/local-path.ts';
import { cookie, startSession } from '../access/session-cookies.ts';
import type { Sessions } from '../access/sessions.ts';
import { SignOnError, type SignOnProvider } from '../access/sign-on.ts';
import { SIGN_ON_PATHS } from '../access/sign-on-paths.ts';
import { TICKET_SECONDS, type Tickets } from '../access/ticket.ts';
import { loginPage } from '../pages/login.ts';
import { loggedOutPage, onwardPage } from '../pages/sign-on.ts';
import { viewOf } from '../site/view.ts';

export interface SignOnDeps {
  readonly db: Db;
  readonly log: Logger;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly provider: SignOnProvider;
  /** As people know the provider. */
  readonly called: string;
  /** Who has a login by configuration. */
  readonly builtIn: string;
}

const COOKIE = 'nashra_ops_sign_on';

/** People sign on elsewhere: sent there, met when they come back, told where to log out. */
export function serveSignOn(app: FastifyInstance, deps: SignOnDeps): void {
  const { provider, tickets, sessions, db, log, called, builtIn } = deps;
  const { begin, back, out } = SIGN_ON_PATHS;
  // To come back with from another site, which a strict cookie does not.
  const ticketCookie = (request: FastifyRequest) =>
    ({ ...cookie(request), path: begin, sameSite: 'lax' }) as const;
  const here = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;

  function refuse(request: FastifyRequest, reply: FastifyReply, why: SignOnError['why'] | 'name') {
    const view = viewOf(request);
    const complaint = view.words.signOn[why];
    return reply
      .code(why === 'unreachable' ? 503 : 403)
      .type('text/html')
      .send(loginPage(view, '/', { complaint, signOn: called }));
  }

  app.get(begin, async (request, reply) => {
    const next = localPath((request.query as { next?: unknown }).next);
    try {
      const { to, ticket } = await provider.begin(here(request) + back, next);
      const kept = { ...ticketCookie(request), maxAge: TICKET_SECONDS };
      return reply.setCookie(COOKIE, tickets.seal(ticket), kept).redirect(to, 303);
    } catch (error) {
      if (!(error instanceof SignOnError)) throw error;
      log.warn({ err: error }, 'no sign-on');
      return refuse(request, reply, error.why);
    }
  });

  app.get(back, async (request, reply) => {
    const ticket = tickets.open(request.cookies[COOKIE]);
    // Used up, whatever comes of it.
    reply.clearCookie(COOKIE, ticketCookie(request));
    if (!ticket) return refuse(request, reply, 'refused');
    try {
      const person = await provider.finish(new URL(here(request) + request.url), ticket);
      const admitted = await admitSignOn(db, person, builtIn);
      const { name, role, login } = admitted;
      log.info({ who: name, role }, 'signed on');
      await startSession(sessions, request, reply, { who: name, login });
      // A redirect would still come from the other site, and bring no strict cookie.
      return reply.type('text/html').send(onwardPage(viewOf(request), localPath(ticket.next)));
    } catch (error) {
      const why = error instanceof SignOnError ? error.why : 'name';
      if (!(error instanceof SignOnError || error instanceof PersonError)) throw error;
      log.warn({ err: error }, 'no sign-on');
      return refuse(request, reply, why);
    }
  });

  app.get(out, async (request, reply) => {
    const elsewhere = await provider.end(`${here(request)}/login`);
    return reply.type('text/html').send(loggedOutPage(viewOf(request), called, elsewhere));
  });
}
