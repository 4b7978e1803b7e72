import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { way } from '@nashra/pipeline';
import { superviseServices } from '@nashra/stack';
import { openServers, type Servers, serversEnv } from '../pipeline/servers.ts';

/** An empty system with its services, and the environment that commands find it by. */
export interface System extends AsyncDisposable, Pick<Servers, 'db'> {
  readonly env: Record<string, string>;
}

export async function openSystem(): Promise<System> {
  await using open = new AsyncDisposableStack();
  const servers = open.use(await openServers());
  const { dir, db, queues } = servers;
  const env = serversEnv(servers);
  const specs = ['scheduler', ...way.map((stage) => stage.name)].map((name) => ({
    name,
    main: fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url)),
    env,
  }));
  const supervisor = superviseServices(specs, { logDir: join(dir, 'logs') });
  open.defer(() => supervisor.stop());
  while ((await queues.workers('parse')) === 0) await sleep(100);
  const held = open.move();
  return { db, env, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
