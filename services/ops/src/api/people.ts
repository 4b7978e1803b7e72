import {
  addApiToken,
  addUser,
  listApiTokens,
  listUsers,
  OPS_ROLES,
  removeApiToken,
  removeUser,
  SCOPES,
  setUserPassword,
  setUserRole,
} from '@nashra/audit';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { endpoint } from './endpoint.ts';
import { listOf, tokenSchema, userSchema } from './schemas.ts';

const right = RIGHTS.people;
const name = z.string().min(1).max(63);
const role = z.enum(OPS_ROLES);
const secret = z.strictObject({
  name: z.string(),
  secret: z.string().meta({ description: 'Given once, and kept nowhere' }),
});
const gone = z.strictObject({ gone: z.boolean() });

export const PEOPLE = [
  endpoint({
    path: '/users',
    summary: 'Who is let in',
    right,
    answer: listOf(userSchema),
    read: async ({ pipeline: { db } }) => ({ items: await listUsers(db) }),
  }),
  endpoint({
    method: 'post',
    path: '/users',
    summary: 'Lets somebody in; gives the password',
    right,
    body: z.object({ name, role }),
    answer: secret,
    read: async ({ pipeline: { db }, own, act }, it) => ({
      name: it.name,
      secret: await addUser(db, { ...it, own }, act()),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/users/{name}/role',
    summary: 'Gives somebody another role',
    right,
    asked: z.object({ name }),
    body: z.object({ role }),
    answer: z.strictObject({ name: z.string(), role }),
    async read({ pipeline: { db }, act }, { name: who, role: is }) {
      await setUserRole(db, who, is, act());
      return { name: who, role: is };
    },
  }),
  endpoint({
    method: 'post',
    path: '/users/{name}/password',
    summary: 'Makes up another password, which ends all sessions',
    right,
    asked: z.object({ name }),
    answer: secret,
    read: async ({ pipeline: { db }, act }, { name: who }) => ({
      name: who,
      secret: await setUserPassword(db, who, act()),
    }),
  }),
  endpoint({
    method: 'delete',
    path: '/users/{name}',
    summary: 'Lets somebody in no more',
    right,
    asked: z.object({ name }),
    answer: gone,
    async read({ pipeline: { db }, act }, { name: who }) {
      await removeUser(db, who, act());
      return { gone: true };
    },
  }),
  endpoint({
    path: '/tokens',
    summary: 'Tokens of programs',
    right,
    answer: listOf(tokenSchema),
    read: async ({ pipeline: { db } }) => ({ items: await listApiTokens(db) }),
  }),
  endpoint({
    method: 'post',
    path: '/tokens',
    summary: 'Makes a token; gives it',
    right,
    body: z.object({
      who: name,
      name: z.string().min(1).max(100),
      scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
      days: z.int().min(1).max(730).default(90),
    }),
    answer: secret,
    read: async ({ pipeline: { db }, act }, order) => ({
      name: order.name,
      secret: await addApiToken(db, order, act()),
    }),
  }),
  endpoint({
    method: 'delete',
    path: '/tokens/{id}',
    summary: 'Ends a token',
    right,
    asked: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    answer: gone,
    async read({ pipeline: { db }, act }, { id }) {
      await removeApiToken(db, id, act());
      return { gone: true };
    },
  }),
];
