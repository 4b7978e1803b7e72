/**
 * Running sums that tell when fewer entries come than the learned week makes likely (Page's CUSUM for the rate of a Poisson
 * process): the log-likelihood that the rate has fallen to a share of the usual one, never below nothing. Bursts make counts
 * spread wider than a Poisson process has it, so the evidence is divided by their dispersion, which is learned beside.
 */
export interface Shortfall {
  /** Nothing comes. */
  readonly silent: number;
  /** Much less than usual comes. */
  readonly short: number;
  /** Squares of what counts were off, and what was expected, fading: their ratio is the dispersion. */
  readonly off: number;
  readonly due: number;
  /** What was expected and what came since the last time that the two were compared. */
  readonly blockDue: number;
  readonly blockSeen: number;
}

/** Of a feed that nobody knows: bursts of eight. */
export const NO_SHORTFALL: Shortfall = {
  silent: 0,
  short: 0,
  off: 240,
  due: 30,
  blockDue: 0,
  blockSeen: 0,
};

/** What the rate is held to have fallen to. */
const SHARE = { silent: 0.05, short: 0.3 } as const;
/** Evidence, in natural logarithms of odds, at which somebody is told; it is over when it has sunk to the other. */
const TELL = 18;
const CALM = 4;
/** Beyond this it tells nothing more, and would take long to sink. */
const MOST = 24;
/** The dispersion is that of so many entries of late. */
const REMEMBERED = 400;
/** Compared when so many were to come: a burst lies across several polls, and is seen as one only from afar. */
const BLOCK = 10;
/** One flood tells of itself alone. */
const MOST_OFF = 60;

export interface Interval {
  /** Entries that the learned week makes likely. */
  readonly expected: number;
  /** New ones that came. */
  readonly seen: number;
}

export function addInterval(before: Shortfall, { expected, seen }: Interval): Shortfall {
  const weight = 1 / dispersionOf(before);
  const next = (sum: number, share: number) => {
    const evidence = weight * (expected * (1 - share) + seen * Math.log(share));
    return Math.min(Math.max(sum + evidence, 0), MOST);
  };
  const silent = next(before.silent, SHARE.silent);
  const short = next(before.short, SHARE.short);
  // What may be an omission must not teach that omissions are usual.
  if (silent > CALM || short > CALM) {
    return { ...before, silent, short, blockDue: 0, blockSeen: 0 };
  }
  const blockDue = before.blockDue + expected;
  const blockSeen = before.blockSeen + seen;
  if (blockDue < BLOCK) return { ...before, silent, short, blockDue, blockSeen };
  const stays = Math.exp(-blockDue / REMEMBERED);
  const off = before.off * stays + Math.min(Math.abs(blockSeen - blockDue), MOST_OFF) ** 2;
  return { silent, short, off, due: before.due * stays + blockDue, blockDue: 0, blockSeen: 0 };
}

/** Never below 1: no source is more regular than chance for long. */
export function dispersionOf({ off, due }: Pick<Shortfall, 'off' | 'due'>): number {
  return Math.max(1, off / Math.max(due, 1));
}

/** What is to be told of it, given what was told before. */
export function shortfallsOf(
  { silent, short }: Shortfall,
  told: ReadonlySet<string>,
): ('silent' | 'short')[] {
  const isSo = (kind: 'silent' | 'short', sum: number) => sum >= (told.has(kind) ? CALM : TELL);
  if (isSo('silent', silent)) return ['silent'];
  return isSo('short', short) ? ['short'] : [];
}
