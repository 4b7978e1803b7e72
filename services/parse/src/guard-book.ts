import type { BlobStore } from '@nashra/blobs';
import { readBody, readCaptures } from '@nashra/captures';
import type { Db, GuardSample, GuardState } from '@nashra/db';
import {
  diffOutlines,
  type GuardAlarm,
  type GuardProfile,
  outlineOf,
  type PageLook,
  readProfile,
  watchPage,
} from '@nashra/extract';
import type { Logger } from '@nashra/log';
import { noteDifference, readGuard, updateGuard } from '@nashra/sources';

/** Watches what publishers' pages are like, shared by all parse processes. */
export interface GuardBook {
  /** Takes a page in; whether it is to be held, since its publisher's pages are not what they were. */
  watch(publisherId: number, look: PageLook, page: GuardSample, at: number): Promise<boolean>;
}

interface Noted {
  readonly look: PageLook;
  readonly page: GuardSample;
  readonly at: number;
}

interface Entry {
  state: GuardState;
  version: number;
  readAt: number;
  profile: GuardProfile | null;
  sample: GuardSample | null;
  /** Since the row was read or written. */
  noted: Noted[];
}

const FRESH_MS = 60_000;
/** Who lets pages go on sees them go on. */
const HELD_FRESH_MS = 1_000;
/** Pages that are written down together; where something looks strange fewer, so that other processes hear of it. */
const PAGES_PER_WRITE = { usual: 40, strange: 3 };
const STRANGE = 4;
const MOST_PUBLISHERS = 500;
const MOST_LINES = 80;

export function openGuardBook(db: Db, blobs: BlobStore, log: Logger): GuardBook {
  const entries = new Map<number, Entry>();

  async function entryOf(publisherId: number): Promise<Entry> {
    const known = entries.get(publisherId);
    const freshMs = known?.state === 'held' ? HELD_FRESH_MS : FRESH_MS;
    if (known && Date.now() - known.readAt < freshMs) return known;
    const row = await readGuard(db, publisherId);
    const noted = known?.noted ?? [];
    // What others wrote meanwhile holds, with what was seen here on top of it.
    const isMine = known !== undefined && known.version === row?.version;
    const profile = isMine ? known.profile : takeIn(readProfile(row?.profile), noted).profile;
    const { state = 'watching', version = 0, sample = null } = row ?? {};
    const entry = { state, version, readAt: Date.now(), profile, sample, noted };
    entries.delete(publisherId);
    entries.set(publisherId, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > MOST_PUBLISHERS && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  async function write(publisherId: number, entry: Entry): Promise<boolean> {
    const noted = entry.noted.splice(0);
    let before: GuardSample | null = null;
    const row = await updateGuard(db, publisherId, (known) => {
      before = known?.sample ?? null;
      const { profile, alarm } = takeIn(readProfile(known?.profile), noted);
      const last = noted.at(-1)?.page ?? null;
      const isCalm = profile !== null && isUsual(profile);
      const told = alarm && { said: saidOf(alarm), since: new Date(alarm.since) };
      return { profile: profile ?? {}, sample: isCalm && !alarm ? last : before, told };
    });
    const { state, version, sample } = row;
    const { profile } = takeIn(readProfile(row.profile), entry.noted);
    Object.assign(entry, { state, version, sample, profile });
    entry.readAt = Date.now();
    const after = noted.at(-1)?.page;
    if (row.isTold) {
      log.warn({ publisherId, state }, 'pages of a publisher are not what they were');
      if (before && after) await compare(publisherId, before, after);
    }
    return state === 'held';
  }

  /** Says how the pages are built otherwise, from their kept bytes. */
  async function compare(publisherId: number, before: GuardSample, after: GuardSample) {
    const captures = await readCaptures(db, [before, after]);
    const outline = async ({ captureId }: GuardSample) => {
      const capture = captures.get(captureId);
      const body = capture ? await readBody(blobs, capture) : null;
      return body && outlineOf(body.bytes, body.contentType ?? undefined);
    };
    const [old, now] = [await outline(before), await outline(after)];
    if (!old || !now) return;
    const pages = { before: before.addressId, after: after.addressId };
    await noteDifference(db, publisherId, {
      pages,
      diff: diffOutlines(old, now).slice(0, MOST_LINES),
    });
  }

  return {
    async watch(publisherId, look, page, at) {
      const entry = await entryOf(publisherId);
      if (entry.state !== 'watching') return entry.state === 'held';
      const { profile, alarm } = watchPage(entry.profile, look, at);
      entry.profile = profile;
      entry.noted.push({ look, page, at });
      const most = PAGES_PER_WRITE[isUsual(profile) ? 'usual' : 'strange'];
      if (!alarm && entry.noted.length < most) return false;
      return await write(publisherId, entry);
    },
  };
}

/** Several pages on top of what is known; the first alarm of them, if any. */
function takeIn(known: GuardProfile | null, noted: readonly Noted[]) {
  let profile = known;
  let alarm: GuardAlarm | null = null;
  for (const { look, at } of noted) {
    const watching = watchPage(profile, look, at);
    profile = watching.profile;
    alarm ??= watching.alarm;
  }
  return { profile, alarm };
}

const isUsual = ({ doubts }: GuardProfile): boolean => doubts.every((doubt) => doubt < STRANGE);

const saidOf = ({ fields, isCollapse }: GuardAlarm) => ({ fields, isCollapse });
