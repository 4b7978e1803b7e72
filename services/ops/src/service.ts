import type { AddressInfo } from 'node:net';
import { dropOpsToken, findApiToken, findOpsToken, findUser, keepOpsToken } from '@nashra/audit';
import type { OpsToken } from '@nashra/db';
import { type Overrides, openService, type RunningService } from '@nashra/service';
import { ownHosts } from '@nashra/site';
import { loadCredentials } from './access/credentials.ts';
import { openPasswords } from './access/passwords.ts';
import { readRoles } from './access/role-claim.ts';
import { createSessions } from './access/sessions.ts';
import { openSignOn } from './access/sign-on.ts';
import { openTickets } from './access/ticket.ts';
import { readBells } from './alarms/bells.ts';
import { keepWatch } from './alarms/keep-watch.ts';
import { readQuiet } from './alarms/quiet.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { SignOnDeps } from './routes/sign-on.ts';
import { addGauges } from './state/gauges.ts';
import { openState } from './state/state.ts';

/** The operators' site. */
export async function createOps(
  config: Config,
  overrides?: Overrides,
): Promise<RunningService & { readonly sitePort: number }> {
  await using open = new AsyncDisposableStack();
  const service = open.use(
    await openService('ops', config, { poolSize: 4, as: 'nashra_ops' }, overrides),
  );
  const { log } = service;
  const credentials = await loadCredentials(config);
  if (credentials.createdFile !== undefined) {
    const { user, createdFile: file } = credentials;
    log.warn({ user, file }, 'a login was made up; its password is in the file');
  }
  addGauges(service.metrics.registry, service);
  const { db } = service;
  const passwords = await openPasswords(credentials, (name) => findUser(db, name));
  const store = {
    keep: (token: OpsToken, seconds: number) => keepOpsToken(db, token, seconds),
    find: (token: Omit<OpsToken, 'who'>) => findOpsToken(db, token),
    drop: (hash: Buffer) => dropOpsToken(db, hash),
  };
  const sessions = createSessions(store, passwords.login);
  const signOns = signOnsOf(config, {
    ...{ db, log, sessions, builtIn: passwords.name },
    tickets: openTickets(passwords.login),
  });
  const state = openState(service, { objective: config.OPS_LAG_SECONDS });
  const app = await createApp({
    passwords,
    sessions,
    signOns,
    signOn: signOns?.called,
    hosts: ownHosts(config.OPS_HOSTS),
    trustProxy: config.OPS_TRUST_PROXY,
    findToken: (token) => findApiToken(db, token),
    state,
    pipeline: service,
    log,
    ready: service.ready,
  });
  open.defer(() => app.close());
  open.use(
    keepWatch({
      db,
      log,
      bells: readBells(config.OPS_ALARM_TO?.reveal() ?? ''),
      quiet: readQuiet(config.OPS_ALARM_QUIET),
      concerns: async () => (await state.overview()).concerns,
    }),
  );
  await app.listen({ host: config.HOST, port: config.OPS_PORT });
  const sitePort = (app.server.address() as AddressInfo).port;
  log.info({ port: sitePort }, 'dashboards');
  const held = open.move();
  return { port: service.port, sitePort, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

function signOnsOf(
  config: Config,
  means: Omit<SignOnDeps, 'provider' | 'called'>,
): SignOnDeps | undefined {
  if (config.OPS_OIDC_ISSUER === undefined) return undefined;
  const provider = openSignOn({
    issuer: config.OPS_OIDC_ISSUER,
    clientId: config.OPS_OIDC_CLIENT_ID,
    clientSecret: config.OPS_OIDC_SECRET,
    scope: config.OPS_OIDC_SCOPE,
    claim: config.OPS_OIDC_CLAIM,
    roles: readRoles(config.OPS_OIDC_ROLES),
  });
  return { ...means, provider, called: config.OPS_OIDC_NAME };
}
