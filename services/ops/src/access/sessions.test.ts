import type { OpsToken } from '@nashra/db';
import { expect, it } from 'vitest';
import { createSessions, type TokenStore } from './sessions.ts';

const LOGIN = Buffer.alloc(32, 1);

/** Rows, as Postgres would hold them. */
function rows(): TokenStore & { readonly kept: Map<string, OpsToken> } {
  const kept = new Map<string, OpsToken>();
  const keyOf = (hash: Buffer) => hash.toString('hex');
  return {
    kept,
    keep: async (token) => void kept.set(keyOf(token.hash), token),
    find: async ({ hash, kind, login }) => {
      const known = kept.get(keyOf(hash));
      const isKnown = known?.kind === kind && known.login.equals(login);
      return isKnown ? { who: known.who, role: 'admin' } : null;
    },
    drop: async (hash) => void kept.delete(keyOf(hash)),
  };
}

it('knows its own tokens, in their one spelling, and no others', async () => {
  const sessions = createSessions(rows(), LOGIN);
  const token = await sessions.open('session');
  expect(await sessions.find('session', token)).toBeDefined();
  const others = [
    undefined,
    '',
    `${token}.x`,
    `${token}=`,
    ` ${token}`,
    `"${token}"`,
    token.slice(0, -1),
    token.toUpperCase(),
    encodeURIComponent(`${token}\n`),
    'a.b.c',
  ];
  for (const other of others) expect(await sessions.find('session', other)).toBeUndefined();
  expect(await sessions.find('device', token)).toBeUndefined();
});

it('keeps nothing that would open a door if it were read', async () => {
  const store = rows();
  const token = await createSessions(store, LOGIN).open('session');
  expect(JSON.stringify([...store.kept])).not.toContain(token);
});

it('outlives a restart, but not a new password', async () => {
  const store = rows();
  const token = await createSessions(store, LOGIN).open('session');
  expect(await createSessions(store, LOGIN).find('session', token)).toBeDefined();
  const other = createSessions(store, Buffer.alloc(32, 2));
  expect(await other.find('session', token)).toBeUndefined();
});

it('stays closed, in another process too', async () => {
  const store = rows();
  const sessions = createSessions(store, LOGIN);
  const [left, kept] = [await sessions.open('session'), await sessions.open('session')];
  await sessions.close(left);
  const restarted = createSessions(store, LOGIN);
  expect(await restarted.find('session', left)).toBeUndefined();
  expect(await restarted.find('session', kept)).toBeDefined();
});
