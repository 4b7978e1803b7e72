import type { AddressInfo } from 'node:net';
import { openService } from '@nashra/service';
import { sql } from 'kysely';
import { loadCredentials } from './access/credentials.ts';
import { createApp } from './app.ts';
import { config } from './config.ts';
import { openState } from './state/state.ts';

await using service = await openService('ops', config, { poolSize: 4 });
const { db, queues, log } = service;
const credentials = await loadCredentials(config);
if (credentials.createdFile !== undefined) {
  const { user, password: generated, createdFile: file } = credentials;
  log.warn({ user, generated, file }, 'a login was made up; its password is shown this once');
}
await using app = await createApp({
  credentials,
  trustProxy: config.OPS_TRUST_PROXY,
  state: openState(db, queues),
  queues,
  log,
  async ready() {
    await Promise.all([sql`select 1`.execute(db), queues.ping()]);
  },
});
await app.listen({ host: config.HOST, port: config.OPS_PORT });
log.info({ port: (app.server.address() as AddressInfo).port }, 'dashboards');

await service.untilStopped();
