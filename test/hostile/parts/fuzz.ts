import { canonicalAddress } from '@nashra/address';
import { findDate, parseDate } from '@nashra/dates';
import { extract } from '@nashra/extract';
import { FeedError, parseFeed, readSubscriptions } from '@nashra/feeds';
import { isAllowed, parseRobots } from '@nashra/politeness';
import { cleanLine, decode, foldText, searchTextOf } from '@nashra/text';
import type { Part } from '../part.ts';
import { FEEDS } from '../shapes/feeds.ts';
import { foundSeeds, keepFound } from '../shapes/found.ts';
import { mutate } from '../shapes/mutate.ts';
import { PAGES } from '../shapes/pages.ts';
import { pick, randomOf } from '../shapes/random.ts';

/** CPU for each parser. */
const QUICK_MS = 3_000;
const FULL_MS = 180_000;
const SLOWEST_MS = 2_000;
/** So large are the documents that are mutated. */
const SEED_BYTES = 6_000;

const url = 'https://news.example/2024/1';
const grown = (shapes: typeof PAGES) =>
  shapes.map((shape) => shape.make(SEED_BYTES, randomOf(shape.name.length)));

/** Each parser with its seeds, which are the corpus that is kept, and how a text of any kind is given to it. */
const PARSERS: readonly {
  readonly name: string;
  readonly seeds: readonly string[];
  readonly parse: (text: string) => unknown;
}[] = [
  { name: 'pages', seeds: grown(PAGES), parse: (text) => extract(Buffer.from(text), { url }) },
  {
    name: 'feeds and sitemaps',
    seeds: grown(FEEDS),
    parse: (text) => orNoFeed(() => parseFeed(Buffer.from(text), { url })),
  },
  {
    name: 'OPML',
    seeds: [
      '<opml version="2.0"><head><title>a</title></head><body><outline text="b"><outline type="rss" xmlUrl="https://a.example/f" htmlUrl="https://a.example/" language="ar"/></outline><outline type="rss" url="//b.example"/></body></opml>',
    ],
    parse: (text) => orNoFeed(() => readSubscriptions(Buffer.from(text))),
  },
  {
    name: 'robots',
    seeds: [
      'User-agent: *\nDisallow: /a*b$\nAllow: /*.html$\nCrawl-delay: 2\nSitemap: https://a.example/s.xml\n',
    ],
    parse: (text) => isAllowed(parseRobots(Buffer.from(text)), 'nashra', `/${text.slice(0, 300)}`),
  },
  {
    name: 'dates',
    seeds: [
      '2024-05-20T10:00:00+01:00',
      'Mon, 20 May 2024 10:00:00 GMT',
      'le 3 mars 2024 à 14h30',
      'قبل ساعتين',
      'الاثنين 20 مايو 2024 - 10:30',
      '12/05/2024 5:30 PM',
      'il y a 3 jours',
      '٢٠ أيار ٢٠٢٤',
      '1716199200000',
    ],
    parse: (text) =>
      parseDate(text, { ref: '2024-06-01' }) ?? findDate(text, { ref: '2024-06-01' }),
  },
  {
    name: 'addresses',
    seeds: [
      'https://user:p@www.a.example:8443/a/../b;c=1/%D8%A7?utm_source=x&b=2&a[]=1#!/frag',
      '//xn--mgba3a4f.example/%zz',
      'http://[::1]:80/',
      'http://0x7f.1/',
      'https://amp.a.example/amp/s/b.example/1',
      'mailto:a@b',
      'data:text/html,a',
    ],
    parse: (text) => canonicalAddress(text),
  },
  {
    name: 'charsets',
    seeds: [
      '<?xml version="1.0" encoding="windows-1256"?><a/>',
      '<meta charset=utf-7>خبر',
      '\u00c3\u00a9\u00d8\u00a7',
    ],
    parse: (text) => [
      decode(Buffer.from(text, 'latin1'), {
        kind: 'html',
        contentType: `text/html; charset=${text.slice(0, 40)}`,
      }),
      decode(Buffer.from(text, 'utf16le'), { kind: 'xml' }),
    ],
  },
  {
    name: 'search queries and parameters',
    seeds: [
      '"مجلس المدينة" -port OR (a & b) | !c <-> d:*',
      "it's \\ % _ 'x' ; --",
      'author:"x" 2024..2025 *',
    ],
    parse: (text) => [cleanLine(text), foldText(text), searchTextOf(foldText(text))],
  },
];

/** Documents that almost are what a parser takes: none may end it, and none may hold it. */
export const part: Part = {
  name: 'fuzz',
  async run({ quick, seed }) {
    return PARSERS.map(({ name, seeds, parse }, at) => {
      const random = randomOf(seed * 1_000 + at);
      const found = foundSeeds(name);
      const all = [...seeds, ...found];
      const begun = cpuMs();
      let [spent, runs, slowest] = [0, 0, 0];
      const wrong: string[] = [];
      while (spent < (quick ? QUICK_MS : FULL_MS) && wrong.length < 3) {
        // What was found once is tried as it is, before anything is made of it.
        const text = found[runs] ?? mutate(pick(all, random), pick(all, random), random);
        const start = cpuMs();
        try {
          const { warnings } = (parse(text) ?? {}) as { warnings?: readonly unknown[] };
          if (warnings?.includes('internal_error')) throw new Error('internal_error');
        } catch (error) {
          wrong.push(`run ${runs}: ${error}, kept as ${keepFound(name, text)}`);
        }
        const ms = cpuMs() - start;
        if (ms > SLOWEST_MS)
          wrong.push(`run ${runs}: ${ms.toFixed(0)} ms, kept as ${keepFound(name, text)}`);
        slowest = Math.max(slowest, ms);
        spent = cpuMs() - begun;
        runs++;
      }
      const figures = `${runs} runs, the slowest ${slowest.toFixed(0)} ms`;
      return {
        name: `${name}: no crash, none over ${SLOWEST_MS} ms`,
        holds: wrong.length === 0,
        detail: [figures, ...wrong].join('; '),
      };
    });
  },
};

/** That a document is no feed is an answer. */
function orNoFeed<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
