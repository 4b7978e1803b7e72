import { FetchError } from '@nashra/http';
import { expect, it } from 'vitest';
import { openSilentHosts } from './silent-hosts.ts';

const silence = async () => {
  throw new FetchError('TIMEOUT', 'no head');
};
const answer = async () => 'answer';

it('gives hosts that were silent so many places, and the others all they want', async () => {
  const hosts = openSilentHosts(1);
  for (const host of ['a.example', 'b.example'])
    await expect(hosts.visit(host, silence)).rejects.toThrow('no head');
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = hosts.visit('a.example', () => promise);
  await expect(hosts.visit('b.example', answer)).rejects.toMatchObject({ code: 'HOST_BUSY' });
  expect(await hosts.visit('c.example', answer)).toBe('answer');
  resolve('late');
  expect(await first).toBe('late');
  expect(await hosts.visit('b.example', answer)).toBe('answer');
});

it('takes a host for well as soon as it answers, or says why it does not', async () => {
  const hosts = openSilentHosts(0);
  await expect(hosts.visit('a.example', silence)).rejects.toThrow('no head');
  await expect(hosts.visit('a.example', answer)).rejects.toMatchObject({ code: 'HOST_BUSY' });
  const well = openSilentHosts(1);
  await expect(well.visit('a.example', silence)).rejects.toThrow('no head');
  await well.visit('a.example', answer);
  const all = await Promise.all([1, 2, 3].map(() => well.visit('a.example', answer)));
  expect(all).toHaveLength(3);
});
