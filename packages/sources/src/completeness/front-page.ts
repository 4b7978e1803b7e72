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
    const shape = shapeOf(link.address);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return links.flatMap((link, at) => {
    if (link.knownAt !== null) return [];
    if ((shapes.get(shapeOf(link.address)) ?? 0) < LEAST_ALIKE) return [];
    const before = links.slice(Math.max(0, at - AROUND), at).some(isNews);
    const after = links.slice(at + 1, at + 1 + AROUND).some(isNews);
    return before && after ? [link.address] : [];
  });
}

/** What addresses of one kind have in common: where numbers and titles stand. */
export function shapeOf(address: string): string {
  const { pathname, search } = new URL(address);
  const parts = pathname.split('/').filter(Boolean);
  const shape = parts.map((part, at) => {
    const text = decoded(part);
    if (/^\d+$/.test(text)) return text.length === 4 ? 'year' : 'number';
    const words = text.split(/[-_+\s]+/).length;
    if (words > 2 || text.length > 24) return 'title';
    if (/\d/.test(text)) return 'coded';
    // Sections differ; what stands last and is short is a page of the site.
    return at === parts.length - 1 ? text : 'name';
  });
  const names = [...new URLSearchParams(search).keys()].sort();
  return `/${shape.join('/')}?${names.join('&')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
