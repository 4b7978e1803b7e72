import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, openDb } from '@nashra/db';
import { way } from '@nashra/pipeline';
import { superviseServices } from '@nashra/stack';
import { addAddress, addFeed, addPublisher, cpuOfTree, waitFor } from '@nashra/testkit';
import type { Check, Part } from '../part.ts';
import { openServers, type Servers } from '../servers.ts';
import { FEEDS } from '../shapes/feeds.ts';
import { PAGES } from '../shapes/pages.ts';
import { randomOf } from '../shapes/random.ts';
import type { Shape } from '../shapes/shape.ts';

const BYTES = 4_000_000;
const MOST_MS = 3_000;
/** In the short form every so many; which ones, the seed says. */
const EVERY = 40;
const SHAPES = [...PAGES, ...FEEDS];
const SERVICES = ['scheduler', ...way.map(({ name }) => name)];
/** robots.txt takes a turn, then the document; what a feed shows is not waited for. */
const INTERVAL_MS = 500;
/** So long it is watched what they spend when nothing is to be done. */
const IDLE_MS = 4_000;
const main = (name: string) =>
  resolve(import.meta.dirname, `../../../services/${name}/src/main.ts`);

/** Documents of 4 MB on their way through all services, one after the other: the CPU of every process, Postgres too. */
export const part: Part = {
  name: 'passage',
  async run({ quick, seed, only }) {
    await using servers = await openServers();
    await using db = openDb(servers.postgres.url, { poolSize: 2 });
    const texts = new Map<string, string>();
    const site = createServer(({ headers: { host = '' } }, response) => {
      const text = texts.get(host) ?? '';
      response.writeHead(text ? 200 : 404, {
        'content-type': text[0] === '<' ? 'text/html' : 'application/json',
      });
      response.end(text);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    const services = startServices(servers, port);
    try {
      const publisher = await addPublisher(db);
      let idle: Spent = new Map();
      const cpu = () => cpuOf(servers, services);
      const pass = async (shape: Shape, host: string) => {
        texts.set(host, shape.make(BYTES, randomOf(seed)));
        const address = `http://${host}/2024/01/02/harbour`;
        const passed = await meter(cpu, idle, async () =>
          landed(db, await enter(db, shape, address, publisher)),
        );
        texts.delete(host);
        return passed;
      };
      // Starting is paid once in a service's life, not by a document.
      for (const [at, shape] of [PAGES[0], FEEDS[0]].entries())
        if (shape)
          await pass(
            { ...shape, make: (_, random) => shape.make(20_000, random) },
            `warm${at}.example`,
          );
      idle = await idling(cpu);
      const checks: Check[] = [];
      for (const [at, shape] of SHAPES.entries()) {
        if (quick && at % EVERY !== seed % EVERY) continue;
        if (only && !shape.name.includes(only)) continue;
        checks.push(judge(shape.name, await pass(shape, `host${at}.example`)));
      }
      return checks;
    } finally {
      await services.stop();
      site.close();
      site.closeAllConnections();
    }
  },
};

/** CPU ms by the process that spent it. */
type Spent = ReadonlyMap<string, number>;

interface Passed {
  readonly spent: Spent;
  readonly ending: string;
}

/** What is spent on some work: not what services spend anyway while time passes, of which a busy machine lets more pass. */
async function meter(cpu: () => Spent, idle: Spent, work: () => Promise<string>): Promise<Passed> {
  const [before, from] = [cpu(), performance.now()];
  const ending = await work();
  const passed = performance.now() - from;
  const spent = [...cpu()].map(([name, ms]): [string, number] => {
    const rest = (idle.get(name) ?? 0) * passed;
    return [name, Math.max(0, Math.round(ms - (before.get(name) ?? 0) - rest))];
  });
  return { spent: new Map(spent), ending };
}

/** CPU ms of each process in a millisecond in which nothing is asked of it. */
async function idling(cpu: () => Spent): Promise<Spent> {
  const { spent } = await meter(cpu, new Map(), () => sleep(IDLE_MS, ''));
  return new Map([...spent].map(([name, ms]) => [name, ms / IDLE_MS]));
}

function judge(name: string, { spent, ending }: Passed): Check {
  const ms = [...spent.values()].reduce((sum, it) => sum + it, 0);
  const most = [...spent].flatMap(([service, it]) => (it >= 100 ? [`${service} ${it}`] : []));
  return {
    name,
    holds: ms <= MOST_MS,
    detail: `${ms} ms CPU (${most.join(', ')}), ${ending}`,
  };
}

function startServices({ dir, postgres, redis }: Servers, port: number) {
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    NASHRA_BLOBS: join(dir, 'blobs'),
    NASHRA_CONNECT_TO: `*:*=127.0.0.1:${port}`,
    FETCH_ALLOW_PRIVATE: '*',
    HOST_INTERVAL_MS: String(INTERVAL_MS),
    LOG_LEVEL: 'warn',
  };
  const specs = SERVICES.map((name) => ({ name, main: main(name), env }));
  return superviseServices(specs, { logDir: join(dir, 'logs') });
}

type Running = ReturnType<typeof startServices>;

/** CPU ms of every process since it began. */
function cpuOf({ postgres, redis }: Servers, services: Running): Spent {
  const own = services.statuses().map(({ name, pid }): [string, number] => [name, pid ?? -1]);
  const all: [string, number][] = [['postgres', postgres.pid], ['redis', redis.pid], ...own];
  return new Map(all.map(([name, pid]) => [name, cpuOfTree(pid)]));
}

const enter = (db: Db, { kind }: Shape, address: string, publisher: number): Promise<number> =>
  kind === 'page' ? addAddress(db, address, publisher) : addFeed(db, address, publisher);

/** State and reason of an address whose flight has ended. */
async function landed(db: Db, id: number): Promise<string> {
  let ending = '';
  await waitFor(
    async () => {
      const row = await db
        .selectFrom('address')
        .leftJoin('flight', 'flight.address_id', 'address.id')
        .leftJoin('feed', 'feed.address_id', 'address.id')
        .where('address.id', '=', id)
        .select([
          'address.state',
          'address.reason',
          'flight.state as flying',
          'feed.id as feed',
          'feed.last_polled_at as polled',
        ])
        .executeTakeFirstOrThrow();
      ending = [row.state, row.reason].filter(Boolean).join(' ');
      return (
        row.flying === null && row.state !== null && (row.feed === null || row.polled !== null)
      );
    },
    { timeoutMs: 600_000, everyMs: 100, what: `${id} to land` },
  );
  return ending;
}
