import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNewsroom } from '@nashra/newsroom';
import { waitFor } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { readComposeFile } from './compose-file.ts';
import { type Host, runContainer, startContainer } from './host.ts';
import { askRedis, servePostgres, serveRedis } from './servers.ts';

const HARD = 'p@ss/wörd:%';

it('asks for both passwords', () => {
  expect(() => readComposeFile('REDIS_PASSWORD=x')).toThrow('put POSTGRES_PASSWORD into .env');
  expect(() => readComposeFile('POSTGRES_PASSWORD=x')).toThrow('put REDIS_PASSWORD into .env');
});

// What compose does, without Docker: its environments, commands, order and mounts, on this machine's loopback.
it('brings articles as docker-compose.yml says, with nothing set but two hard passwords', async () => {
  await using open = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'nashra-compose-'));
  open.defer(() => rm(folder, { recursive: true, force: true }));
  // Postgres runs as somebody else when we are root.
  await chmod(folder, 0o755);
  const newsroom = await startNewsroom({ everyMs: 0 });
  open.defer(() => newsroom.stop());

  // The newsroom lies on loopback, which is the one thing that must be allowed here and not there.
  const containers = readComposeFile(
    [
      `POSTGRES_PASSWORD='${HARD}'`,
      `REDIS_PASSWORD='${HARD}'`,
      `FETCH_ALLOW_PRIVATE=${newsroom.addresses.join(',')}`,
    ].join('\n'),
  );
  const named = (name: string) => {
    const found = containers.find((it) => it.name === name);
    if (!found) throw new Error(`docker-compose.yml has no ${name}`);
    return found;
  };
  const volumes = join(folder, 'volumes');
  const postgres = open.use(await servePostgres(named('postgres'), join(folder, 'postgres')));
  const first = { volumes, ports: { postgres: postgres.port } };
  expect(await runContainer(named('migrate'), first)).toMatchObject({ code: 0 });
  const redis = open.use(await serveRedis(named('redis'), join(folder, 'redis'), volumes));
  const passwordOf = (name: string) => readFileSync(join(volumes, name, 'redis'), 'utf8');
  const services = { username: 'services', password: passwordOf('services_login') };
  const dashboards = { username: 'dashboards', password: passwordOf('dashboards_login') };
  expect(await askRedis(redis.port, ['PING'])).toMatch(/^NOAUTH/);
  expect(await askRedis(redis.port, ['CONFIG', 'GET', '*'], services)).toMatch(/^NOPERM/);
  expect(await askRedis(redis.port, ['GET', 'of-others'], services)).toMatch(/^NOPERM/);
  expect(await askRedis(redis.port, ['GET', '{nashra:slots}:a'], services)).toBe(null);
  expect(await askRedis(redis.port, ['GET', '{nashra:slots}:a'], dashboards)).toMatch(/^NOPERM/);

  const host: Host = { volumes, ports: { ...first.ports, redis: redis.port } };
  const cli = async (...args: string[]) => {
    const { code, said } = await runContainer(named('cli'), host, args);
    expect([code, said]).toEqual([0, expect.any(String)]);
    return said;
  };

  const usual = containers.filter(({ isOurs, isUsual }) => isOurs && isUsual);
  expect(usual[0]?.name).toBe('migrate');
  // Those who know no password of .env are nearly all.
  for (const { name, environment } of usual.slice(1))
    expect([name, Object.values(environment).filter((it) => it.includes(HARD))]).toEqual([
      name,
      [],
    ]);
  const started = await Promise.all(usual.slice(1).map((it) => startContainer(it, host)));
  open.defer(async () => void (await Promise.all(started.map((it) => it.stop()))));
  await Promise.all(started.map((it) => it.healthy()));
  expect(existsSync(join(host.volumes, 'ops', 'ops-login.json'))).toBe(true);

  const file = join(folder, 'sources.json');
  await writeFile(file, JSON.stringify(newsroom.publishers));
  expect(await cli('sources', 'import', file)).toContain(
    `${newsroom.publishers.length} publishers added`,
  );
  const health = started.find(({ name }) => name === 'ops')?.environment['PORT'];
  await waitFor(
    async () => {
      const figures = await (await fetch(`http://127.0.0.1:${health}/metrics`)).text();
      return /^nashra_articles\S* [1-9]/m.test(figures);
    },
    { timeoutMs: 60_000, everyMs: 250, what: 'articles' },
  );
  const status = JSON.parse(await cli('status', '--json'));
  expect(status).toMatchObject({
    publishers: newsroom.publishers.length,
    articles: expect.any(Number),
  });
  expect(status.articles).toBeGreaterThan(0);

  const ends = await Promise.all(started.map((it) => it.stop()));
  for (const { code, said } of ends) expect([code, said]).toEqual([0, expect.any(String)]);
}, 300_000);
