import { fileURLToPath } from 'node:url';
import { openDb } from '@nashra/db';
import { meantEnv } from '@nashra/env';
import pc from 'picocolors';
import { EXIT } from '../exit-codes.ts';
import { explainError } from '../explain-error.ts';
import { print, printJson } from '../output/print.ts';
import { widthOf } from '../output/table.ts';
import { dataFolder } from '../system/data-folder.ts';
import { findSystem } from '../system/find-system.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { checkDatabase } from './check-database.ts';
import { checkOpenFiles } from './check-files.ts';
import {
  checkDisk,
  checkFolder,
  checkNode,
  checkPorts,
  checkRedisProgram,
} from './check-machine.ts';
import { checkOidc } from './check-oidc.ts';
import { checkRedis } from './check-redis.ts';
import { checkRenderer } from './check-renderer.ts';
import { checkSecretFiles } from './check-secret-files.ts';
import { checkServices } from './check-services.ts';
import { checkSettings } from './check-settings.ts';
import { within } from './within.ts';

export async function runDoctor({ json }: { json?: true }): Promise<void> {
  const checks = await runChecks();
  if (json) for (const check of checks) printJson(check);
  else print(checks.map(checkText).join('\n'));
  if (checks.some(({ level }) => level === 'fail')) process.exitCode = EXIT.failed;
}

async function runChecks(): Promise<Check[]> {
  const env = given();
  const [secrets, settings, files, renderer, oidc] = await Promise.all([
    within('Secret files', () => checkSecretFiles(process.env)),
    within('Settings', () => checkSettings(env.read)),
    within('Open files', checkOpenFiles),
    within('Renderer', () => checkRenderer(env.read['RENDERER_URL'])),
    within('OIDC', () => checkOidc(env.read['OPS_OIDC_ISSUER'])),
  ]);
  const before = [checkNode(), ...env.bad, ...secrets, ...settings, ...files, ...renderer, ...oidc];
  if (env.bad.length === 0) return [...before, ...(await checkSystem())];
  // Where the whole system is cannot be told then; what is named without files can be asked all the same.
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, NASHRA_PREFIX: prefix } = env.read;
  const rest = await Promise.all([
    databaseUrl?.trim() ? within('Postgres', () => checkDatabaseAt(databaseUrl)) : [],
    redisUrl?.trim() ? within('Redis', () => checkRedis(redisUrl, prefix?.trim() || 'nashra')) : [],
  ]);
  return [...before, ...rest.flat()];
}

/** The environment as services read it, or what is wrong with its files. */
function given(): { readonly read: NodeJS.ProcessEnv; readonly bad: Check[] } {
  try {
    return { read: { ...meantEnv(process.env) }, bad: [] };
  } catch (error) {
    const { line } = explainError(error);
    const advice =
      'Services do not start: name a file that their user may read, and set a variable or its _FILE, not both.';
    return { read: process.env, bad: [fail('Settings', line, advice)] };
  }
}

async function checkSystem(): Promise<Check[]> {
  const system = findSystem();
  const machine = [await checkDisk(system?.dataDir ?? dataFolder())];
  if (!system) {
    const advice =
      'Start it with "npm run demo" or "npm start", or set DATABASE_URL and REDIS_URL.';
    const nothing = warn('System', 'nothing is running here', advice);
    return [...machine, checkRedisProgram(), await checkPorts(), nothing];
  }
  const { databaseUrl, redisUrl, prefix, ports, blobs } = system;
  const [kept, database, redis, services] = await Promise.all([
    within('Blobs', () => checkBlobs(blobs)),
    within('Postgres', () => checkDatabaseAt(databaseUrl)),
    redisUrl
      ? within('Redis', () => checkRedis(redisUrl, prefix))
      : [warn('Redis', 'REDIS_URL is not set', 'Set it beside DATABASE_URL.')],
    within('Services', () => checkServices(ports)),
  ]);
  return [...machine, ...kept, ...database, ...redis, ...services];
}

async function checkDatabaseAt(databaseUrl: string): Promise<Check[]> {
  await using db = openDb(databaseUrl, { poolSize: 1, name: 'nashra-doctor', as: 'nashra_app' });
  return await checkDatabase(db);
}

/** Where pages are kept: a folder, with the room on its disk, or a store of others, which is named and not asked. */
async function checkBlobs(blobs: string): Promise<Check[]> {
  const store = /^s3:/i.test(blobs) ? URL.parse(blobs) : null;
  if (store) return [ok('Blobs', `${store.protocol}//${store.host}${store.pathname}`)];
  const folder = blobs.startsWith('file:') ? fileURLToPath(blobs) : blobs;
  return [await checkDisk(folder, 'Blobs'), ...(await checkFolder(folder, 'Blobs'))];
}

const MARK = { ok: pc.green('ok  '), warn: pc.yellow('warn'), fail: pc.red('FAIL') };

function checkText({ name, level, found, advice }: Check): string {
  const gap = ' '.repeat(Math.max(1, 15 - widthOf(name)));
  return `${MARK[level]}  ${name}${gap}${found}${advice ? `\n      ${pc.dim(advice)}` : ''}`;
}
