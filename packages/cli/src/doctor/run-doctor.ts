import { fileURLToPath } from 'node:url';
import { openDb } from '@nashra/db';
import pc from 'picocolors';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { widthOf } from '../output/table.ts';
import { dataFolder } from '../system/data-folder.ts';
import { findSystem } from '../system/find-system.ts';
import { type Check, ok, warn } from './check.ts';
import { checkDatabase } from './check-database.ts';
import {
  checkDisk,
  checkFolder,
  checkNode,
  checkPorts,
  checkRedisProgram,
} from './check-machine.ts';
import { checkRedis } from './check-redis.ts';
import { checkServices } from './check-services.ts';

export async function runDoctor({ json }: { json?: true }): Promise<void> {
  const checks = await runChecks();
  if (json) for (const check of checks) printJson(check);
  else print(checks.map(checkText).join('\n'));
  if (checks.some(({ level }) => level === 'fail')) process.exitCode = EXIT.failed;
}

async function runChecks(): Promise<Check[]> {
  const system = findSystem();
  const machine = [checkNode(), await checkDisk(system?.dataDir ?? dataFolder())];
  if (!system) {
    const advice =
      'Start it with "npm run demo" or "npm start", or set DATABASE_URL and REDIS_URL.';
    const nothing = warn('System', 'nothing is running here', advice);
    return [...machine, checkRedisProgram(), await checkPorts(), nothing];
  }
  const { databaseUrl, redisUrl, prefix, ports, blobs } = system;
  machine.push(...(await checkBlobs(blobs)));
  await using db = openDb(databaseUrl, { poolSize: 1, name: 'nashra-doctor', as: 'nashra_app' });
  const redis = redisUrl
    ? await checkRedis(redisUrl, prefix)
    : [warn('Redis', 'REDIS_URL is not set', 'Set it beside DATABASE_URL.')];
  return [...machine, ...(await checkDatabase(db)), ...redis, ...(await checkServices(ports))];
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
