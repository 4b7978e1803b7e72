import type { ArticleImage } from '../../types.ts';
import { absoluteUrl } from '../address-of.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import { asArray, asText, asUrl } from '../json-ld/ld-values.ts';
import type { LdNode, LinkedData } from '../json-ld/linked-data.ts';
import type { Scan } from '../scan.ts';
import { plainLine } from '../title/title-text.ts';
import { isPicture } from './picture.ts';

/** The image the page puts forward for itself: og:image, else JSON-LD, else Twitter's or image_src. */
export function readLeadImage(
  scan: Scan,
  data: LinkedData,
  main: LdMain | null,
  base: string,
): ArticleImage | null {
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => scan.metas.get(name)?.[0]).find((value) => value !== undefined);
  const declared = asArray(main?.node['image']).map((image) => data.resolve(image));
  const candidates = [
    meta('og:image:secure_url', 'og:image', 'og:image:url'),
    ...declared.map(asUrl),
    asUrl(main?.node['thumbnailUrl']),
    meta(
      'twitter:image',
      'twitter:image:src',
      'parsely-image-url',
      'sailthru.image.full',
      'thumbnail',
    ),
    scan.links.get('image_src')?.[0],
  ];
  for (const candidate of candidates) {
    const url = absoluteUrl(candidate, base);
    if (url === null || !isPicture(url)) continue;
    const described =
      declared.find((image) => absoluteUrl(asUrl(image), base) === url) ?? declared[0];
    const node = (typeof described === 'object' && described !== null ? described : {}) as LdNode;
    return {
      url,
      caption: orNull(asText(node['caption'] ?? node['description'])),
      credit: orNull(asText(node['creditText'] ?? node['copyrightHolder'] ?? node['author'])),
      alt: orNull(meta('og:image:alt', 'twitter:image:alt') ?? ''),
    };
  }
  return null;
}

function orNull(text: string): string | null {
  const line = plainLine(text);
  return line === '' || /^https?:/.test(line) ? null : line;
}
