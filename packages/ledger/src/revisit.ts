import type { AddressKind } from '@nashra/db';
import { endingOf, mayReturn } from './endings.ts';
import type { Reason } from './reasons.ts';

/** What the ledger knows of an address that is seen again. */
export interface KnownAddress {
  readonly kind: AddressKind;
  readonly state: string | null;
  readonly reason: string | null;
  /** Hexadecimal. */
  readonly entryHash: string | null;
  readonly foundIn: number | null;
  /** Nothing listed it any more. */
  readonly isUnlisted: boolean;
  /** It will be looked at again without anybody asking. */
  readonly isPlanned: boolean;
  readonly vain: number;
  /** Its last flight ended as long ago as a known page is left alone. */
  readonly isRested: boolean;
  /** So long that it is worth another look, after all those in vain. */
  readonly isWorthIt: boolean;
}

export interface Seen {
  /** Hexadecimal. */
  readonly entryHash: string | null;
  readonly foundIn: number;
}

/** What a sighting of a known address means for it. */
export interface Revisit {
  /** Why it takes off again; null when it stays. */
  readonly reason: Extract<Reason, 'entry_changed' | 'listed'> | null;
  /** The server is asked for all: the words of the entry changed, so «not modified» would be no answer. */
  readonly whole: boolean;
  /** From now on it is this feed's, whose word on it counts. */
  readonly adopt: boolean;
  /** It changed too soon after it was read, or while it was: its feed has to show it once more, changed or not. */
  readonly later: boolean;
}

/** So many changes that came to nothing are looked at at once; then an entry is taken for one that flickers. */
const PATIENCE = 2;

/** The whole rule, in one place; time-driven looks (`again_at`) come beside it. */
export function revisitOf(known: KnownAddress, seen: Seen): Revisit {
  const isOrphan = known.foundIn === null || known.isUnlisted;
  const isOwn = known.foundIn === seen.foundIn;
  const adopt = isOrphan || isLegacy(known, seen, isOwn);
  const stay = { reason: null, whole: false, adopt, later: false };
  const change = isOwn ? changeOf(known.entryHash, seen.entryHash) : 'none';
  // Feeds have a rhythm of their own, and what a person is asked about waits for that person.
  if (known.kind === 'feed' || known.state === 'quarantined') return { ...stay, adopt: false };
  // On its first flight it may have been fetched before it changed.
  if (known.state === null) return { ...stay, adopt: false, later: change === 'words' };
  // The rule that kept it from being fetched is no more.
  if (known.reason === 'ruled_out') return { ...stay, reason: 'listed', whole: true, adopt: true };
  const isPatient = known.vain <= PATIENCE;
  if (known.state === 'dropped') {
    const reason = (known.reason ?? 'unexpected') as Reason;
    const ending = endingOf(reason);
    if (ending === 'final' && !mayReturn(reason)) return stay;
    // Nobody listed it when it came to nothing, or it was given up before such were looked at again.
    const isNews = ending === 'passing' && !known.isPlanned && (isOrphan || known.vain === 0);
    if (isNews) return { ...stay, reason: 'listed', whole: true, adopt: true };
    const isTime = ending === 'passing' && isPatient ? true : known.isRested && known.isWorthIt;
    const isCalled = ending === 'passing' ? change !== 'none' : change === 'words';
    return isCalled && isTime ? { ...stay, reason: 'entry_changed', whole: true } : stay;
  }
  if (change === 'none') return stay;
  if (!known.isRested) return { ...stay, later: change === 'words' };
  // A sitemap's entry is nothing but a date.
  if (known.kind === 'sitemap') return { ...stay, reason: 'entry_changed', whole: true };
  if (change === 'words' ? isPatient || known.isWorthIt : known.isWorthIt) {
    return { ...stay, reason: 'entry_changed', whole: change === 'words' };
  }
  return stay;
}

/** The first half of a fingerprint is of the words, the other of all, dates and figures too. */
function changeOf(before: string | null, after: string | null): 'none' | 'words' | 'more' {
  if (after === null || before === after || before?.length !== after.length) return 'none';
  const half = after.length / 2;
  return before.slice(0, half) === after.slice(0, half) ? 'more' : 'words';
}

/** Fingerprints of another make tell nothing; the next ones will. */
function isLegacy({ entryHash }: KnownAddress, seen: Seen, isOwn: boolean): boolean {
  return isOwn && seen.entryHash !== null && entryHash?.length !== seen.entryHash.length;
}
