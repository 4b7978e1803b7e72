/** Reasons of a failed poll that may lie on our side of the network as well as on theirs. */
const NETWORK = ['dns', 'connect', 'tls', 'timeout'] as const;

export type NetworkReason = (typeof NETWORK)[number];

/** Fewer feeds may well fail together by chance, or be of one host. */
const MIN_FEEDS = 3;
const NEARLY_ALL = 0.9;

/**
 * The network reason for which nearly all of these feeds fail, or null: hundreds of hosts seldom lose their names in
 * the same hour, while one machine easily loses its network. For feeds that are asked, so neither paused nor new.
 */
export function outageOf(
  feeds: readonly { readonly failures: number; readonly lastReason: string | null }[],
): NetworkReason | null {
  if (feeds.length < MIN_FEEDS) return null;
  const failing = feeds.filter(({ failures }) => failures > 0);
  const shareOf = (reason: string) =>
    failing.filter(({ lastReason }) => lastReason === reason).length / feeds.length;
  return NETWORK.find((reason) => shareOf(reason) >= NEARLY_ALL) ?? null;
}
