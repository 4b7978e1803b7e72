import { expect, it } from 'vitest';
import { readDatabaseAddress } from './database-address.ts';

it('gives an address with nothing of ours to the driver as it is', () => {
  const address = 'postgres://me:p%40ss@db/nashra?sslmode=verify-full';
  expect(readDatabaseAddress(address)).toEqual({
    servers: [address],
    isPooled: false,
    mayPrepare: true,
  });
});

it('names every server that may be the primary, with the same login and database', () => {
  const { servers } = readDatabaseAddress(
    'postgres://me:x@a:5433/n?sslmode=require&nodes=b:6000,c',
  );
  expect(servers).toEqual([
    'postgres://me:x@a:5433/n?sslmode=require',
    'postgres://me:x@b:6000/n?sslmode=require',
    'postgres://me:x@c/n?sslmode=require',
  ]);
});

it('names no statement behind a pooler, but where that is said to keep them', () => {
  expect(readDatabaseAddress('postgres://p:6432/n?pooler=transaction')).toMatchObject({
    servers: ['postgres://p:6432/n'],
    isPooled: true,
    mayPrepare: false,
  });
  const kept = readDatabaseAddress('postgres://p/n?pooler=transaction&prepare=true');
  expect(kept).toMatchObject({ isPooled: true, mayPrepare: true });
});

it.each([
  's3cret',
  'postgres://me:s3cret@a/n?pooler=session',
  'postgres://me:s3cret@a/n?prepare=s3cret',
  'postgres://me:s3cret@a/n?nodes=:s3cret',
])('refuses %s without saying what it holds', (address) => {
  expect(() => readDatabaseAddress(address)).toThrow(TypeError);
  expect(() => readDatabaseAddress(address)).not.toThrow(/s3cret/);
});
