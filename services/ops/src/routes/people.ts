import {
  addApiToken,
  addUser,
  listApiTokens,
  listUsers,
  OPS_ROLES,
  PersonError,
  removeApiToken,
  removeUser,
  SCOPES,
  setUserPassword,
  setUserRole,
} from '@nashra/audit';
import type { Pipeline } from '@nashra/pipeline';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { type People, peoplePage } from '../pages/people.ts';
import { viewOf } from '../site/view.ts';
import { acting } from './acting.ts';

const name = z.string().min(1).max(63);
const role = z.enum(OPS_ROLES);
const deed = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('add'), name, role }),
  z.object({ verb: z.literal('role'), name, role }),
  z.object({ verb: z.literal('password'), name }),
  z.object({ verb: z.literal('remove'), name }),
  z.object({
    verb: z.literal('token-add'),
    name,
    tokenName: z.string().trim().min(1).max(100),
    scope: z.union([z.array(z.enum(SCOPES)), z.enum(SCOPES).transform((it) => [it])]),
    days: z.coerce.number().int().min(1).max(730),
  }),
  z.object({ verb: z.literal('token-remove'), token: z.coerce.number().int().min(1) }),
]);
type Deed = z.output<typeof deed>;

/**
 * Who is let in as what. A password or a token that was made is on the page that answers, and nowhere else.
 *
 * @param own the name of the settings' login
 */
export function servePeople(app: FastifyInstance, { db }: Pipeline, own: string): void {
  const right = { config: { right: RIGHTS.people } };

  async function show(request: FastifyRequest, more: Partial<People> = {}): Promise<string> {
    const [users, tokens] = await Promise.all([listUsers(db), listApiTokens(db)]);
    return peoplePage(viewOf(request), { users, tokens, ...more });
  }
  app.get('/people', right, async (request, reply) => {
    return reply.type('text/html').send(await show(request));
  });
  app.post('/people/act', right, async (request, reply) => {
    reply.type('text/html');
    try {
      const shown = await doTo(request, deed.parse(request.body));
      return shown ? await show(request, { shown }) : reply.redirect('/people', 303);
    } catch (error) {
      if (!(error instanceof PersonError)) throw error;
      return reply.code(400).send(await show(request, { complaint: error.message }));
    }
  });

  async function doTo(request: FastifyRequest, it: Deed): Promise<People['shown']> {
    const act = acting(request);
    switch (it.verb) {
      case 'add':
        return { of: it.name, secret: await addUser(db, { ...it, own }, act) };
      case 'password':
        return { of: it.name, secret: await setUserPassword(db, it.name, act) };
      case 'token-add': {
        const order = { who: it.name, name: it.tokenName, scopes: it.scope, days: it.days };
        return { of: it.tokenName, secret: await addApiToken(db, order, act) };
      }
      case 'role':
        await setUserRole(db, it.name, it.role, act);
        return undefined;
      case 'remove':
        await removeUser(db, it.name, act);
        return undefined;
      case 'token-remove':
        await removeApiToken(db, it.token, act);
        return undefined;
    }
  }
}
