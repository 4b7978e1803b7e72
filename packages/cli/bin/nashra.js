#!/usr/bin/env node
// Plain JavaScript for any Node from 20 on: runs the program with the Node that it was written for.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '..', 'src', 'main.ts');

if (Number(process.versions.node.split('.', 1)[0]) >= WANTED) {
  await import(new URL('../src/main.ts', import.meta.url).href);
} else {
  const node = ownNode();
  if (node) runWith(node);
  else {
    console.error(
      `nashra: needs Node ${WANTED}, found ${process.version} and no other in node_modules. Run "npm ci" without --omit=optional, or install Node ${WANTED}.`,
    );
    process.exitCode = 1;
  }
}

/** The Node that npm installed with the project, looked for from here up as Node looks for packages. */
function ownNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`];
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    for (const name of packages) {
      const path = join(folder, 'node_modules', name, 'bin', file);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

/** Over the IPC channel the child notices when this process is gone, however it ended. */
function runWith(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`nashra: ${node} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}
