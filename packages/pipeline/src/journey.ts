import { addressKey, canonicalAddress } from '@nashra/address';
import { fetchLogOf, readCaptures } from '@nashra/captures';
import { findAddresses, journalOf, REASONS } from '@nashra/ledger';
import { listSources, readPublisher } from '@nashra/sources';
import { listQuarantine, type QuarantinedJob } from './quarantine-rows.ts';
import { type Pipeline, stageTaking } from './way.ts';

/** Everything that is known of one address. */
export type Journey = NonNullable<Awaited<ReturnType<typeof journeyOf>>>;

const STEPS = 200;
const REQUESTS = 50;

/**
 * The journey of an address, by its text however it is spelt, its id, or the id of the article it carries: where it
 * stands and why in words, every step, every request with failed ones, what it was found in, its job.
 */
export async function journeyOf(pipeline: Pipeline, what: string) {
  const { db } = pipeline;
  const address = await find(pipeline, what);
  if (!address) return null;
  const stage = stageTaking(address.state);
  const [steps, requests, publisher, captures, [quarantined], job, foundIn] = await Promise.all([
    journalOf(db, address.id, STEPS),
    fetchLogOf(db, address.id, REQUESTS),
    readPublisher(db, address.publisherId),
    address.captureId === null
      ? undefined
      : readCaptures(db, [{ addressId: address.id, captureId: address.captureId }]),
    listQuarantine(db, { limit: 1, addressId: address.id }) as Promise<QuarantinedJob[]>,
    stage && pipeline.queues.find(stage.name, String(address.id)),
    address.foundIn === null ? [] : findAddresses(db, { ids: [address.foundIn] }),
  ]);
  const feeds =
    address.kind === 'feed' ? await listSources(db, { publisher: publisher?.slug }) : [];
  const { key: _, entry: _entry, ...facts } = address;
  return {
    ...facts,
    publisher: publisher?.slug ?? null,
    publisherState: publisher?.state ?? null,
    waitsFor: stage?.name ?? (address.state === 'waiting' ? 'release' : null),
    meaning: meaningOf(address.reason),
    foundInAddress: foundIn[0]?.address ?? null,
    capture: captures?.values().next().value ?? null,
    feed: feeds.find((it) => it.addressId === address.id) ?? null,
    steps: steps.map(({ at, state, reason }) => ({ at, state, reason })),
    requests: requests.map(({ addressId: _a, id: _i, ...request }) => request),
    quarantined: quarantined ?? null,
    job: job ?? null,
  };
}

/** A reason in words. */
export function meaningOf(reason: string | null): string | null {
  if (reason === null) return null;
  const known: Readonly<Record<string, string>> = REASONS;
  return (
    known[reason] ?? (reason.startsWith('http_') ? `The server answered ${reason.slice(5)}.` : null)
  );
}

async function find({ db }: Pick<Pipeline, 'db'>, what: string) {
  if (/^\d{1,16}$/.test(what)) {
    const id = Number(what);
    const [byId] = await findAddresses(db, { ids: [id] });
    return byId ?? (await findAddresses(db, { articleId: id })).at(0);
  }
  const canonical = canonicalAddress(what);
  if (canonical === null) return undefined;
  return (await findAddresses(db, { keys: [addressKey(canonical)] })).at(0);
}
