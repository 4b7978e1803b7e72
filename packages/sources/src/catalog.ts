import { canonicalAddress } from '@nashra/address';
import { z } from 'zod';

const httpAddress = z.url({ protocol: /^https?$/ });

const catalogFeedSchema = z.strictObject({
  address: httpAddress,
  /** Where a publisher has several: the section. */
  title: z.string().min(1).optional(),
  /** Whether it is a page of headlines, where a site has no feed. */
  isPage: z.boolean().optional(),
  /** How often it is polled at first; the database's default where absent. */
  intervalSeconds: z.int().min(1).max(2_592_000).optional(),
});

/** One publisher and its feeds. */
export const catalogPublisherSchema = z.strictObject({
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/),
  name: z.string().min(1).max(200),
  /** In the publisher's own script, where that differs. */
  nameNative: z.string().min(1).optional(),
  homepage: httpAddress.optional(),
  language: z.string().refine(isLanguage, 'no BCP 47 tag').optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  timeZone: z.string().refine(isTimeZone, 'no IANA time zone'),
  feeds: z.array(catalogFeedSchema).min(1),
});

/** Publishers and their feeds, as a person reviews them. */
export const catalogSchema = z.array(catalogPublisherSchema).superRefine((catalog, context) => {
  const slugs = new Set<string>();
  const addresses = new Map<string, string>();
  for (const [at, { slug, feeds }] of catalog.entries()) {
    if (slugs.has(slug))
      context.addIssue({ code: 'custom', message: `second ${slug}`, path: [at] });
    slugs.add(slug);
    for (const feed of feeds) {
      const address = canonicalAddress(feed.address) ?? feed.address;
      const owner = addresses.get(address);
      if (owner) {
        const message = `${slug} has the feed of ${owner}: ${feed.address}`;
        context.addIssue({ code: 'custom', message, path: [at] });
      }
      addresses.set(address, slug);
    }
  }
});

export type Catalog = readonly CatalogPublisher[];
export type CatalogPublisher = z.output<typeof catalogPublisherSchema>;
export type CatalogFeed = z.output<typeof catalogFeedSchema>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
