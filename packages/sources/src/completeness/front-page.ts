import { addressPattern } from '@nashra/address';

/** A link of a front page, in its order, and since when its address is known; null where nobody has met it. */
export interface FrontLink {
  readonly address: string;
  /** Epoch ms. */
  readonly knownAt: number | null;
}

const NEWS_MS = 36 * 3_600_000;
/** How many links around one are looked at. */
const AROUND = 4;
const LEAST_ALIKE = 2;

/**
 * Links of a front page that stand among news, look like the addresses of news, and that nobody has met: what a feed may
 * have left out. Old pages that are shown again stand apart, or look otherwise; sections and services have other addresses.
 */
export function suspectsOf(links: readonly FrontLink[], now: number): string[] {
  const isNews = ({ knownAt }: FrontLink) => knownAt !== null && now - knownAt < NEWS_MS;
  const shapes = new Map<string, number>();
  for (const link of links.filter(isNews)) {
    const shape = addressPattern(link.address);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return links.flatMap((link, at) => {
    if (link.knownAt !== null) return [];
    if ((shapes.get(addressPattern(link.address)) ?? 0) < LEAST_ALIKE) return [];
    const before = links.slice(Math.max(0, at - AROUND), at).some(isNews);
    const after = links.slice(at + 1, at + 1 + AROUND).some(isNews);
    return before && after ? [link.address] : [];
  });
}
