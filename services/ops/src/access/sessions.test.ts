import { expect, it } from 'vitest';
import { createSessions, SESSION_SECONDS } from './sessions.ts';

const login = { user: 'operator', password: 'one-password', secret: 's'.repeat(32) };

it('knows its own tokens and no others', () => {
  const sessions = createSessions(login);
  const token = sessions.open();
  expect(sessions.isOpen(token)).toBe(true);
  const [, id, signature] = token.split('.');
  const forged = ['', 'a.b.c', `${Date.now() + 1e15}.${id}.${signature}`, `${token}x`, `.${id}.`];
  expect(forged.filter((it) => sessions.isOpen(it))).toEqual([]);
});

it('outlives a restart, but not a new password', () => {
  const token = createSessions(login).open();
  expect(createSessions(login).isOpen(token)).toBe(true);
  expect(createSessions({ ...login, password: 'another-one' }).isOpen(token)).toBe(false);
});

it('ends with its time, or when it is closed', () => {
  let now = 1_000;
  const sessions = createSessions(login, () => now);
  const [left, kept] = [sessions.open(), sessions.open()];
  sessions.close(left);
  expect([sessions.isOpen(left), sessions.isOpen(kept)]).toEqual([false, true]);
  now += SESSION_SECONDS * 1000;
  expect(sessions.isOpen(kept)).toBe(false);
});
