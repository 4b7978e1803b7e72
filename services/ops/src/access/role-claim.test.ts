import { expect, it } from 'vitest';
import { readRoles, roleIn } from './role-claim.ts';

const roles = readRoles('admin=chiefs operator=ops,editors viewer=*');

it.each([
  [['editors', 'chiefs'], 'admin'],
  [['editors'], 'operator'],
  ['ops', 'operator'],
  [['elsewhere'], 'viewer'],
  [undefined, 'viewer'],
  [{ ops: true }, 'viewer'],
])('gives the highest role that %j says', (claim, role) => {
  expect(roleIn(claim, roles)).toBe(role);
});

it('gives none where nobody said so', () => {
  expect(roleIn(['elsewhere'], readRoles('admin=chiefs'))).toBeNull();
  expect(roleIn(['*'], readRoles('admin=chiefs'))).toBeNull();
});

it.each(['root=chiefs', 'admin', 'admin='])('refuses %s', (text) => {
  expect(() => readRoles(text)).toThrow(/is not like/);
});
