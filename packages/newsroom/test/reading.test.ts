import { extract } from '@nashra/extract';
import { describe, expect, it } from 'vitest';
import { type Clock, Edition } from '../src/edition.ts';
import { paragraphsOf } from '../src/pages/body.ts';
import { microdataPage } from '../src/pages/microdata.ts';
import { modernPage } from '../src/pages/modern.ts';
import { oldPage } from '../src/pages/old.ts';
import { publishers } from '../src/publisher.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 12, 18);
const clock: Clock = {
  seed: 1,
  newest: () => 500,
  timeOf: (n) => NOW - (500 - n) * HOUR,
};
const PAGES = { modern: modernPage, microdata: microdataPage, old: oldPage };
const STORIES = 4;

// The demo shows what is made of these pages: none of them may be misread.
describe.each(Object.entries(PAGES))('a page in %s markup', (_, write) => {
  it.each(publishers)('of $slug is read as it was written', (publisher) => {
    const edition = new Edition(publisher, `https://${publisher.slug}.example`, clock);
    const items = edition.latest(STORIES + 8);
    expect(items.length).toBeGreaterThan(STORIES);
    for (const [at, item] of items.slice(0, STORIES).entries()) {
      const page = write(edition, item, items.slice(at + 1));
      const read = extract(Buffer.from(page.replace(publisher.charset, 'utf-8')), {
        url: item.url,
        now: new Date(NOW + HOUR),
        publisher: { timeZone: publisher.timeZone },
      });
      const { title, authors, body, published, isArticle } = read;
      expect({ title, authors, body: body.split(/\n+/u), isArticle }).toEqual({
        title: item.title,
        authors: [item.author],
        body: paragraphsOf(item),
        isArticle: true,
      });
      expect(Math.abs(Date.parse(published?.instant ?? '') - item.publishedAt)).toBeLessThan(HOUR);
    }
  });
});
