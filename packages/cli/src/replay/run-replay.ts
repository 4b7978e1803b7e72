import { addressKey, canonicalAddress } from '@nashra/address';
import { type Ended, findAddresses, findEnded, REASONS } from '@nashra/ledger';
import { FINAL_STATES, type FinalState, type ReplayFrom, replay } from '@nashra/pipeline';
import { findPublisher } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, oneLine, print, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystem, type System } from '../system/find-system.ts';
import { previewAll, printPreview } from './preview.ts';

export interface ReplayOptions {
  readonly state?: FinalState[];
  readonly reason?: string[];
  readonly publisher?: string;
  readonly address?: string[];
  readonly from: ReplayFrom;
  readonly limit: number;
  /** Pages read and compared before it, of a replay from stored bytes. */
  readonly compare: number;
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

const BATCH = 500;
const SAMPLE = 10;

export async function runReplay(options: ReplayOptions): Promise<void> {
  const { state, reason, publisher, address, limit } = options;
  checkReasons(reason);
  const hasFilter = Boolean(state ?? reason ?? publisher ?? address);
  if (options.yes && !hasFilter) {
    const message = 'Everything? Name a --state, --reason, --publisher or --address with --yes.';
    throw new CliError(message, EXIT.usage);
  }
  await using system = await openSystem();
  const { db } = system;
  const ended = await findEnded(db, {
    states: state ?? FINAL_STATES,
    ...(reason && { reasons: reason }),
    ...(publisher !== undefined && { publisherId: await idOf(system, publisher) }),
    ...(address && { addressIds: await addressIdsOf(system, address) }),
    limit,
  });
  const matched = ended.totals.reduce((sum, it) => sum + it.count, 0);
  const replayed = options.yes ? await replayAll(system, ended, options) : 0;
  // Only what is read again without the network can be compared before anything is written.
  const preview =
    options.from === 'parse' && !options.yes && options.compare > 0
      ? await previewAll(system, ended.ids.slice(0, options.compare))
      : undefined;
  if (options.json) return printJson({ matched, totals: ended.totals, replayed, preview });
  if (options.yes) return print(`${replayed} of ${matched} addresses go through again.`);
  if (matched === 0) return print('No address matches.');
  const sample = await findAddresses(db, { ids: ended.ids.slice(0, SAMPLE) });
  print(table(sample.map((it) => [it.id, it.state, it.reason ?? '', oneLine(it.address)])));
  if (preview) printPreview(preview);
  note('');
  note(table(ended.totals.map((it) => [it.state ?? '', it.reason ?? '', it.count])));
  const capped = matched > limit ? ` The first ${limit} would go; --limit lets more.` : '';
  note(`${matched} addresses match.${capped} Add --yes to send them through again.`);
}

async function replayAll(
  system: System,
  { ids }: Ended,
  { from, because, ...options }: ReplayOptions,
): Promise<number> {
  const filter = describe(options);
  const act = acting(because);
  using progress = startProgress('replaying', ids.length);
  let replayed = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    replayed += (await replay(system, batch, { from, filter, act })).length;
    progress.add(batch.length);
  }
  return replayed;
}

/** The filter in words, for the audit. */
function describe({ state, reason, publisher, address }: Omit<ReplayOptions, 'from'>): string {
  const parts: Readonly<Record<string, readonly string[] | undefined>> = {
    state,
    reason,
    publisher: publisher === undefined ? undefined : [publisher],
    address,
  };
  return Object.entries(parts)
    .flatMap(([name, values]) => (values ? [`${name}:${values.join(',')}`] : []))
    .join(' ');
}

async function idOf({ db }: System, slug: string): Promise<number> {
  const publisher = await findPublisher(db, slug);
  if (publisher) return publisher.id;
  throw new CliError(`No publisher "${slug}". "nashra sources list" shows them all.`);
}

/** The ledger's ids of addresses, however they are spelt. Throws when one is unknown. */
async function addressIdsOf({ db }: System, texts: readonly string[]): Promise<number[]> {
  const keys = texts.map((text) => {
    const canonical = canonicalAddress(text);
    if (canonical === null) throw new CliError(`Not a web address: ${text}`, EXIT.usage);
    return addressKey(canonical);
  });
  const rows = await findAddresses(db, { keys });
  const missing = texts.filter((_, at) => !rows.some(({ key }) => keys[at]?.equals(key)));
  if (missing.length > 0) throw new CliError(`Not in the ledger: ${missing.join(', ')}`);
  return rows.map(({ id }) => id);
}

function checkReasons(codes: readonly string[] = []): void {
  const wrong = codes.filter((code) => !(code in REASONS || /^http_\d{3}$/.test(code)));
  if (wrong.length === 0) return;
  const all = Object.keys(REASONS).join(', ');
  throw new CliError(
    `No such reason: ${wrong.join(', ')}. There are ${all} and http_<status>.`,
    EXIT.usage,
  );
}
