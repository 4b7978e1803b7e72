import { expect, it } from 'vitest';
import { waysTo } from './ways.ts';

it.each(['', 'nonsense', 'mysql://amina:hidden@db/x', '127.0.0.1:5432/hidden'])(
  'says of «%s» how an address is written, and nothing of it',
  (address) => {
    expect(() => waysTo(address)).toThrow(/^The address .* is written postgres:\/\/user:password@/);
    expect(() => waysTo(address)).not.toThrow(/hidden/);
  },
);

it('leaves an address of one server to the driver as it was written', () => {
  const address = 'postgresql://amina:p%40ss@db/nashra?sslmode=require';
  expect(waysTo(address)).toEqual({ servers: [address], isPooled: false });
});
