import { EnvironmentError } from '@nashra/errors';
import { expect, it } from 'vitest';
import { Deadline } from './deadline.ts';
import { exchangeOver } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import { defaultLimits } from './limits.ts';

async function failWith(code: string): Promise<unknown> {
  using deadline = new Deadline(1_000, undefined);
  const error = Object.assign(new Error('no connection'), { code, syscall: 'connect' });
  return await exchangeOver(defaultLimits, deadline, Promise.reject(error)).catch((it) => it);
}

it.each(['EMFILE', 'EADDRNOTAVAIL', 'ENOBUFS', 'ENETDOWN'])(
  'blames no server for what this machine lacks: %s',
  async (code) => expect(await failWith(code)).toBeInstanceOf(EnvironmentError),
);

it.each(['ECONNREFUSED', 'EHOSTUNREACH', 'ECONNRESET'])(
  'says of a server that it is not there: %s',
  async (code) => {
    const error = await failWith(code);
    expect(error).toBeInstanceOf(FetchError);
    expect(error).toMatchObject({ code: 'CONNECT' });
  },
);
