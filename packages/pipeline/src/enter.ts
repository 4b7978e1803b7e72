import { addressKey, canonicalAddress } from '@nashra/address';
import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { begin, depart, findAddresses, journalOf } from '@nashra/ledger';
import { publisherOfHost, readPublisher, UNKNOWN_PUBLISHER } from '@nashra/sources';
import { forgetQuarantine } from './quarantine-rows.ts';
import { askForRelease } from './release.ts';
import { FINAL_STATES, type Pipeline, WAITING } from './way.ts';

/** An address on its way. */
export interface Entered {
  readonly id: number;
  readonly address: string;
  readonly host: string;
  /** Last step of its journal before it was entered, 0 for none: later ones belong to this flight. */
  readonly after: number;
}

/** Why an address cannot be entered. */
export class EnterError extends Error {
  override name = 'EnterError';
  readonly code: 'NO_ADDRESS' | 'PUBLISHER_PAUSED';
  /** Of the publisher who rests. */
  readonly slug: string | undefined;

  constructor(code: EnterError['code'], message: string, slug?: string) {
    super(message);
    this.code = code;
    this.slug = slug;
  }
}

export interface EnterOptions {
  readonly act: Act;
  /** IANA zone of a publisher that nobody knows yet. */
  readonly timeZone: string;
}

/**
 * Enters a page by hand, or sends a known one through again; one in flight is left alone. Of a host that nobody knows
 * the publisher is born with its first article, so that a page that is none leaves no publisher behind.
 *
 * @throws EnterError
 */
export async function enter(
  pipeline: Pipeline,
  text: string,
  { act, timeZone }: EnterOptions,
): Promise<Entered> {
  const address = canonicalAddress(text);
  if (address === null) throw new EnterError('NO_ADDRESS', `Not a web address: ${text}`);
  const key = addressKey(address);
  const entered = await pipeline.db.transaction().execute(async (tx) => {
    const [known] = await findAddresses(tx, { keys: [key] });
    await refusePaused(tx, known?.publisherId, known?.host ?? new URL(address).host);
    if (!known) {
      const publisher = await publisherOfHost(tx, new URL(address).host);
      const publisherId = publisher?.id ?? UNKNOWN_PUBLISHER;
      const entry = publisher ? undefined : { timeZone };
      const fresh = { address, publisherId, kind: 'article', entry } as const;
      await begin(tx, [fresh], { waiting: WAITING, reason: 'ingest' });
    }
    const [row] = known ? [known] : await findAddresses(tx, { keys: [key] });
    if (!row) throw new Error(`${address} is in the ledger and cannot be found`);
    const last = known ? (await journalOf(tx, row.id, 1))[0]?.id : undefined;
    await depart(tx, {
      ids: [row.id],
      from: FINAL_STATES,
      to: { waiting: WAITING },
      reason: 'ingest',
      whole: true,
    });
    await forgetQuarantine(tx, [row.id]);
    await record(tx, act, { action: 'address.ingest', subject: row.address });
    return { id: row.id, address: row.address, host: row.host, after: last ?? 0 };
  });
  await askForRelease(pipeline, [entered.host]);
  return entered;
}

async function refusePaused(
  tx: Queryable,
  publisherId: number | undefined,
  host: string,
): Promise<void> {
  const publisher =
    publisherId === undefined
      ? await publisherOfHost(tx, host)
      : await readPublisher(tx, publisherId);
  if (publisher?.state !== 'paused') return;
  const { slug } = publisher;
  throw new EnterError('PUBLISHER_PAUSED', `Publisher ${slug} is paused`, slug);
}
