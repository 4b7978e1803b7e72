import { expect, it } from 'vitest';
import { z } from 'zod';
import { meantEnv, readEnv } from './index.ts';

const HARD = "p@ss/wö'rd:%?#[] +&=%41\\";

it('takes an empty value for one that is not set', () => {
  const shape = {
    NAME: z.string().min(8).optional(),
    COUNT: z.coerce.number().default(3),
    NEEDED: z.string(),
  };
  expect(readEnv(shape, { NAME: '', COUNT: '', NEEDED: 'x' })).toEqual({ COUNT: 3, NEEDED: 'x' });
  expect(() => readEnv(shape, { NEEDED: '' })).toThrow('NEEDED');
});

it.each(['postgres://nashra@postgres:5432/nashra', 'redis://redis:6379', 'rediss://r.example/0'])(
  'puts a password of any characters into %s',
  (address) => {
    const { X_URL = '' } = meantEnv({ X_URL: address, X_PASSWORD: HARD });
    const { href, password } = new URL(X_URL);
    expect(decodeURIComponent(password)).toBe(HARD);
    expect(Object.assign(new URL(href), { password: '' }).href).toBe(new URL(address).href);
  },
);

it('leaves a password that the address has, and what is no address', () => {
  const env = {
    A_URL: 'redis://:own@a',
    A_PASSWORD: 'other',
    B_URL: 'no address',
    B_PASSWORD: 'x',
  };
  expect(meantEnv(env)).toEqual(env);
});
