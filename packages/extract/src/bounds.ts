import { cleanLine, cutText } from '@nashra/text';
import type { ArticleImage, Metadata } from './types.ts';

/** Characters. */
const TITLE = 1_000;
const NAME = 200;
const CAPTION = 2_000;
/** As browsers and indexes take them; a picture under a longer address is left out. */
const ADDRESS = 2_048;

/** What a page says of itself as it may leave: clean lines of bounded length. */
export function boundMetadata(metadata: Metadata): Metadata {
  const { title, authors, section, tags, leadImage } = metadata;
  return {
    ...metadata,
    title: line(title, TITLE),
    authors: authors.flatMap((name) => line(name, NAME) || []),
    section: lineOrNull(section, NAME),
    tags: tags.flatMap((tag) => line(tag, NAME) || []),
    leadImage: leadImage && boundImage(leadImage),
  };
}

/** Images as they may leave, by the same keys. */
export function boundImages<Key>(
  images: ReadonlyMap<Key, ArticleImage>,
): ReadonlyMap<Key, ArticleImage> {
  const bounded = new Map<Key, ArticleImage>();
  for (const [key, image] of images) {
    const kept = boundImage(image);
    if (kept) bounded.set(key, kept);
  }
  return bounded;
}

/** An image as it may leave; null under an address that is too long. */
export function boundImage({ url, caption, credit, alt }: ArticleImage): ArticleImage | null {
  if (url.length > ADDRESS) return null;
  return {
    url,
    caption: lineOrNull(caption, CAPTION),
    credit: lineOrNull(credit, NAME),
    alt: lineOrNull(alt, CAPTION),
  };
}

const line = (text: string, max: number) => cleanLine(cutText(text, max));
const lineOrNull = (text: string | null, max: number) => (text && line(text, max)) || null;
