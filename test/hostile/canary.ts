import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort, PARENT_WATCH } from '@nashra/stack';
import { waitFor } from '@nashra/testkit';

const ROOT = resolve(import.meta.dirname, '../..');

/** A password that is found wherever it gets to. */
export const newCanary = (): string => `kanari-${randomBytes(9).toString('hex')}`;

/** Where a text holds one of them, in any of the forms that programs give it. */
export function canariesIn(text: string, canaries: readonly string[]): string[] {
  return canaries.filter((it) =>
    [it, encodeURIComponent(it), ...base64Of(it)].some((form) => text.includes(form)),
  );
}

/** In base64 the same bytes have three forms, by where they begin; what depends on their neighbours is left out. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((at) => {
    const coded = Buffer.from(`${'x'.repeat(at)}${text}`).toString('base64');
    return coded.slice(at === 0 ? 0 : 4, -4);
  });
}

/** Everything a program lets out: what it writes, what its ports answer, and how it stands in the list of processes. */
export async function observe(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until: RegExp,
): Promise<string> {
  const port = String(await freePort());
  const command = ['--import', PARENT_WATCH, join(ROOT, file), ...args];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, command, {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: port, NASHRA_DATA: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const closed = once(child, 'close');
  try {
    await waitFor(() => until.test(said) || hasEnded(child), {
      timeoutMs: 120_000,
      what: `${file}: ${until}`,
    });
    const answers = await Promise.all(
      ['healthz', 'readyz', 'metrics', 'else'].map((path) =>
        fetch(`http://127.0.0.1:${port}/${path}`).then(
          (it) => it.text(),
          () => '',
        ),
      ),
    );
    return [said, ...answers, processes()].join('\n');
  } finally {
    if (!hasEnded(child)) child.kill('SIGKILL');
    await closed;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

/** The command lines of all processes, as `ps` shows them to everybody. */
export function processes(): string {
  const ids = readdirSync('/proc').filter((it) => /^\d+$/.test(it));
  return ids.map((id) => textOf(join('/proc', id, 'cmdline'))).join('\n');
}

/** The texts of a folder's files by their paths, however deep. */
export function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .map((path) => [path, textOf(path)]),
  );
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
