import type { AddressInfo } from 'node:net';
import { type Overrides, openService, type RunningService } from '@nashra/service';
import { loadCredentials } from './access/credentials.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { addGauges } from './state/gauges.ts';
import { openState } from './state/state.ts';

/** The operators' site. */
export async function createOps(
  config: Config,
  overrides?: Overrides,
): Promise<RunningService & { readonly sitePort: number }> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('ops', config, { poolSize: 4 }, overrides));
  const { log } = service;
  const credentials = await loadCredentials(config);
  if (credentials.createdFile !== undefined) {
    const { user, createdFile: file } = credentials;
    log.warn({ user, file }, 'a login was made up; its password is in the file');
  }
  addGauges(service.metrics.registry, service);
  const app = await createApp({
    credentials,
    trustProxy: config.OPS_TRUST_PROXY,
    state: openState(service),
    pipeline: service,
    log,
    ready: service.ready,
  });
  open.defer(() => app.close());
  await app.listen({ host: config.HOST, port: config.OPS_PORT });
  const sitePort = (app.server.address() as AddressInfo).port;
  log.info({ port: sitePort }, 'dashboards');
  const held = open.move();
  return { port: service.port, sitePort, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
