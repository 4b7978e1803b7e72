import { EnterError, type Entered, enter, meaningOf } from '@nashra/pipeline';
import { asReader, type ReaderArticle, readArticle } from '@nashra/reader';
import pc from 'picocolors';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, oneLine, plainText, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystem, type System } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { readDocument } from '../system/read-document.ts';
import { type Ended, follow, type Step } from './follow.ts';

export interface IngestOptions {
  readonly json?: true;
  readonly timeout: number;
  readonly timeZone: string;
}

const MAX_ADDRESSES = 1_000;

export async function runIngest(given: readonly string[], options: IngestOptions): Promise<void> {
  const texts = await addressesOf(given);
  await using system = await openSystem();
  if ((await system.queues.workers('fetch')) === 0) {
    throw new CliError('No fetch service is running: "nashra up" starts all.', EXIT.notRunning);
  }
  const entered: Entered[] = [];
  const { timeZone } = options;
  for (const text of new Set(texts)) {
    entered.push(await enter(system, text, { act: acting(), timeZone }).catch(explain));
  }
  const isDone = await watch(system, entered, options);
  if (!isDone) {
    const message = `Not done after ${options.timeout} s; it goes on, and "nashra status" shows how.`;
    throw new CliError(message, EXIT.late);
  }
}

function explain(error: unknown): never {
  if (!(error instanceof EnterError)) throw error;
  if (error.code === 'NO_ADDRESS') throw new CliError(`${error.message}`, EXIT.usage);
  throw new CliError(`${error.message}: "nashra sources resume ${error.slug}" first.`);
}

/** True when all have ended in time, or nobody waits for it any more. */
async function watch(
  { db }: System,
  entered: readonly Entered[],
  { json, timeout }: IngestOptions,
): Promise<boolean> {
  using interrupt = untilInterrupted();
  const late = AbortSignal.timeout(timeout * 1000);
  const signal = AbortSignal.any([interrupt.signal, late]);
  let ended = 0;
  for await (const event of follow(db, entered, signal)) {
    if (!('entered' in event)) {
      if (json) printJson(event);
      else note(stepText(event, entered.length > 1));
      continue;
    }
    ended += 1;
    const article =
      event.articleId === null ? undefined : await readArticle(asReader(db), event.articleId);
    if (event.state === 'dropped' || event.state === 'quarantined') process.exitCode = EXIT.failed;
    if (json) printJson(article ?? endOf(event));
    else print(article ? articleText(article) : endText(event));
  }
  if (ended === entered.length) return true;
  if (!interrupt.signal.aborted) return false;
  note('Interrupted: what was sent goes on, and "nashra show" tells how.');
  process.exitCode = EXIT.interrupted;
  return true;
}

function endOf({ entered, state, reason }: Ended) {
  return { address: entered.address, state, reason };
}

function endText({ entered, state, reason }: Ended): string {
  const why = reason ? `, ${reason}: ${meaningOf(reason) ?? 'the server’s answer'}` : '';
  return `${entered.address}\n  ended as ${state}${why}`;
}

function stepText({ address, stage, state, reason, at }: Step, isOneOfMany: boolean): string {
  const time = pc.dim(at.slice(11, 23));
  const what = reason ? `${state} (${reason})` : state;
  return `${time} ${stage.padEnd(9)} ${what.padEnd(20)}${isOneOfMany ? ` ${address}` : ''}`.trimEnd();
}

function articleText(article: ReaderArticle): string {
  const { id, title, publisher, publishedAt, language, body, url, story } = article;
  const facts = [publisher, publishedAt.toISOString(), language, `article ${id}`, `story ${story}`];
  return [
    '',
    pc.bold(oneLine(title, 500)),
    pc.dim(facts.filter(Boolean).join(' · ')),
    pc.dim(url),
    '',
    plainText(body),
  ].join('\n');
}

async function addressesOf(given: readonly string[]): Promise<string[]> {
  const lines = given.includes('-') ? (await readDocument('-')).bytes.toString().split(/\s+/) : [];
  const texts = [...given.filter((it) => it !== '-'), ...lines.filter(Boolean)];
  if (texts.length === 0) throw new CliError('No address on standard input.', EXIT.usage);
  if (texts.length <= MAX_ADDRESSES) return texts;
  const message = `At most ${MAX_ADDRESSES} at a time; for more, "nashra sources add" a sitemap.`;
  throw new CliError(message, EXIT.usage);
}
