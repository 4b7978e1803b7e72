import { describe, expect, it } from 'vitest';
import { catalogSchema } from './catalog.ts';
import { readCatalog } from './read-catalog.ts';

const publisher = {
  slug: 'example',
  name: 'Example',
  timeZone: 'Africa/Tunis',
  feeds: [{ address: 'https://example.tn/feed' }],
};
const mistakes = (catalog: unknown) =>
  catalogSchema.safeParse(catalog).error?.issues.map((issue) => issue.message) ?? [];

describe('the catalog that comes with Nashra', () => {
  it('is without mistakes', async () => {
    const catalog = await readCatalog();
    expect(catalog.length).toBeGreaterThan(60);
    expect(new Set(catalog.map(({ language }) => language))).toEqual(new Set(['ar', 'fr', 'en']));
  });
});

describe('catalogSchema', () => {
  it('takes a publisher with nothing but what is needed', () => {
    expect(mistakes([publisher])).toEqual([]);
  });

  it('refuses places and tongues that do not exist', () => {
    expect(mistakes([{ ...publisher, timeZone: 'Africa/Atlantis' }])).toEqual([
      'no IANA time zone',
    ]);
    expect(mistakes([{ ...publisher, language: 'AR_ma' }])).toEqual(['no BCP 47 tag']);
  });

  it('refuses one feed under two names, however its address is written', () => {
    const other = {
      ...publisher,
      slug: 'other',
      feeds: [{ address: 'HTTPS://example.tn:443/feed#top' }],
    };
    expect(mistakes([publisher, other])[0]).toMatch(/other has the feed of example/);
  });

  it('refuses unknown fields, which are misspelt known ones as a rule', () => {
    expect(mistakes([{ ...publisher, timezone: 'Africa/Tunis' }])).toHaveLength(1);
  });
});
