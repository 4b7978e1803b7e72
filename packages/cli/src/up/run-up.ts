import { join } from 'node:path';
import { migrateToLatest, openDb, readerBackends } from '@nashra/db';
import { type Newsroom, startNewsroom } from '@nashra/newsroom';
import {
  makePrivateFolder,
  type ServiceEvent,
  type Stack,
  startStack,
  superviseServices,
  yieldReaders,
} from '@nashra/stack';
import pc from 'picocolors';
import { CliError } from '../cli-error.ts';
import { dataFolder } from '../system/data-folder.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { runningSystems } from '../system/running.ts';
import { keptSecretKey } from '../system/secret-key.ts';
import { setting } from '../system/setting.ts';
import { openDoors, redisUsers } from './doors.ts';
import { type LiveDisplay, openDisplay } from './live-display.ts';
import { loadSources } from './load-sources.ts';
import { expectLogin, type Login } from './login-text.ts';
import { choosePorts, NEWSROOM_PORT, type Ports, SITES } from './ports.ts';
import { serviceSpecs } from './service-specs.ts';
import { showLive } from './show-live.ts';
import { waitReady } from './wait-ready.ts';

const READY_MS = 60_000;

export interface UpOptions {
  readonly newsroom?: true;
  readonly together?: true;
  readonly data?: string;
}

/** Starts everything, shows what happens, and ends it all when told to. */
export async function runUp(options: UpOptions): Promise<void> {
  using interrupt = untilInterrupted();
  const failure = new AbortController();
  const signal = AbortSignal.any([interrupt.signal, failure.signal]);
  const dataDir = dataFolder(options.data, options.newsroom ? 'newsroom' : 'catalog');
  const display = openDisplay(process.stdout);
  const log = display.log;

  await using running = new AsyncDisposableStack();
  log('Starting Postgres and Redis …');
  const stack = await startStack({ dataDir, log, redisUsers: redisUsers() });
  running.defer(() => stack.stop());
  void stack.failed.then((why) => failure.abort(new CliError(`${why}.`)));
  const { databaseUrl, redisUrl, logDir } = stack;

  const applied = signal.aborted ? [] : await migrateToLatest(databaseUrl);
  if (applied.length > 0) log(`Database: applied ${applied.join(', ')}.`);
  const newsroom = options.newsroom && (await startNewsroom({ port: NEWSROOM_PORT }));
  if (newsroom) running.defer(() => newsroom.stop());
  if (!signal.aborted) {
    const { publishersAdded, feedsAdded } = await loadSources(databaseUrl, newsroom);
    if (feedsAdded > 0) log(`Sources: ${publishersAdded} publishers, ${feedsAdded} feeds added.`);
  }

  const ports = await choosePorts(runningSystems().flatMap((it) => Object.values(it.ports)));
  stack.announce(ports);
  if (!signal.aborted) {
    const login = expectLogin(dataDir);
    log('Starting the services …');
    // Made here, for their owner's eyes only, before services make them for all.
    for (const name of ['blobs', 'compile-cache']) makePrivateFolder(join(dataDir, name));
    const specs = await serviceSpecs({
      env: process.env,
      doors: await openDoors(stack),
      dataDir,
      secretKey: keptSecretKey(dataDir),
      ports,
      newsroom: newsroom?.addresses ?? [],
      together: options.together ?? false,
    });
    const supervisor = superviseServices(specs, {
      logDir,
      onEvent: (it) => logEvent(it, display, logDir),
    });
    running.defer(() => supervisor.stop());
    letServicesGoFirst(stack, running);
    await introduce({ ports, login, logDir, newsroom, display, signal });
    await showLive({
      databaseUrl,
      redisUrl,
      prefix: setting('NASHRA_PREFIX') ?? 'nashra',
      display,
      isTerminal: process.stdout.isTTY === true,
      signal,
    });
  }
  // Before the stop, which ends the servers too.
  const hasFailed = failure.signal.aborted;
  log('Stopping …');
  await running.disposeAsync();
  if (hasFailed) throw failure.signal.reason;
  log('Stopped.');
}

/** Before readers, on a server of ours; a server of the caller's own may be on another machine. */
function letServicesGoFirst({ ownsPostgres, databaseUrl }: Stack, running: AsyncDisposableStack) {
  if (!ownsPostgres) return;
  const db = running.use(openDb(databaseUrl, { poolSize: 1, name: 'nashra-up-readers' }));
  running.use(yieldReaders({ backends: () => readerBackends(db) }));
}

interface Introduction {
  readonly ports: Ports;
  readonly login: Login;
  readonly logDir: string;
  readonly newsroom: Newsroom | undefined;
  readonly display: LiveDisplay;
  readonly signal: AbortSignal;
}

/** Waits until the services can work, and says where everything is. */
async function introduce(introduction: Introduction): Promise<void> {
  const { ports, login, logDir, newsroom, display, signal } = introduction;
  const names = Object.keys(ports) as (keyof Ports)[];
  const ready = await Promise.all(
    names.map((name) => waitReady(ports[name], { timeoutMs: READY_MS, signal })),
  );
  if (signal.aborted) return;
  const late = names.filter((_, at) => !ready[at]);
  if (late.length > 0) display.log(pc.red(`Not ready: ${late.join(', ')}; see ${logDir}.`));
  const site = `http://127.0.0.1:${ports.ops}`;
  const lines: [string, string][] = [
    ['Portal', `http://127.0.0.1:${ports.portal}/`],
    ['Dashboard', `${site}/`],
    ['Queues', `${site}/queues`],
    ['Login', login.text()],
    ...(newsroom ? ([['Newsroom', newsroomText(newsroom)]] as [string, string][]) : []),
    [
      'Metrics',
      names
        .flatMap((it) => (SITES.some((site) => site === it) ? [] : [`${it} ${ports[it]}`]))
        .join(', '),
    ],
    ['Logs', join(logDir, '*.log')],
  ];
  display.log('');
  for (const [name, text] of lines) display.log(`  ${pc.bold(name.padEnd(10))} ${text}`);
  display.log(`\nCtrl-C stops everything.\n`);
}

function newsroomText({ publishers }: Newsroom): string {
  return `${publishers.length} invented publishers, the first at ${publishers[0]?.homepage}`;
}

function logEvent(event: ServiceEvent, display: LiveDisplay, logDir: string): void {
  if (event.event === 'started') return;
  const { service, how, restartInMs } = event;
  const log = join(logDir, `${service}.log`);
  display.log(
    pc.yellow(`${service} ended (${how}) and starts again in ${restartInMs} ms; see ${log}`),
  );
}
