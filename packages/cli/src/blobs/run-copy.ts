import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BlobStore, type Copied, copyBlobs, openBlobs } from '@nashra/blobs';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, printJson } from '../output/print.ts';
import { untilInterrupted } from '../system/interrupt.ts';

/** Copies a blob store; ends with a failure where something was left behind. */
export async function runCopy(
  from: string,
  to: string,
  options: { readonly json?: true },
): Promise<void> {
  using interrupt = untilInterrupted();
  const { signal } = interrupt;
  if (await isMissing(from)) throw new CliError(`There is no folder ${from} to copy from.`);
  const [source, target] = [await open(from), await open(to)];
  const onPage = (sofar: Copied) => note(textOf(sofar));
  const done = await copyBlobs(source, target, { signal, onPage });
  if (options.json) printJson(done);
  if (done.corrupt > 0) process.exitCode = EXIT.failed;
  if (!signal.aborted) return;
  note('Interrupted: the same command goes on from here.');
  process.exitCode = EXIT.interrupted;
}

/** A store is made where there is none; of one that is read from that hides a slip of the pen. */
async function isMissing(place: string): Promise<boolean> {
  const folder = /^file:/i.test(place) ? fileURLToPath(place) : place;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(folder)) return false;
  const there = await stat(folder).catch(() => null);
  return !there?.isDirectory();
}

function open(place: string): Promise<BlobStore> {
  return openBlobs(place).catch((error: Error) => {
    throw error instanceof TypeError ? new CliError(`${error.message}.`, EXIT.usage) : error;
  });
}

function textOf({ copied, known, corrupt }: Copied): string {
  const left = corrupt > 0 ? `, ${corrupt} left, since they are not what was stored` : '';
  return `${copied} copied, ${known} were there${left}.`;
}
