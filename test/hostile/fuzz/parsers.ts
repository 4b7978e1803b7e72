import { maxHeaderSize } from 'node:http';
import { canonicalAddress } from '@nashra/address';
import { findDate, parseDate, readSince } from '@nashra/dates';
import { extract } from '@nashra/extract';
import {
  FeedError,
  htmlHubs,
  hubOf,
  namedFeeds,
  pageLinks,
  parseFeed,
  readListPage,
  readSubscriptions,
} from '@nashra/feeds';
import { challengeOf, retryAfterMs } from '@nashra/http';
import { FilterError, readFailureFilter, readPageFilter } from '@nashra/ledger';
import { isAllowed, parseRobots } from '@nashra/politeness';
import { AccessError, accessOnce, RuleError, readRules, rulingOn } from '@nashra/sources';
import { cleanLine, decode, detectLanguage, foldText, searchTextOf } from '@nashra/text';
import { inside } from '../inside.ts';
import { FEEDS } from '../shapes/feeds.ts';
import { PAGES } from '../shapes/pages.ts';
import { randomOf } from '../shapes/random.ts';
import { readArchive } from './archives.ts';
import { openBucketOfAnswers } from './bucket-answers.ts';
import { orRefused } from './refusals.ts';

/** Something that reads what strangers wrote. */
export interface Parser {
  readonly name: string;
  /** How much of the time it is given, beside others. */
  readonly share: number;
  /** What it takes, each in a few kilobytes at the most. */
  readonly seeds: readonly string[];
  /** Reads any text; what it throws is a crash. */
  parse(text: string): unknown;
}

/** So large are the documents that are mutated. */
const SEED_BYTES = 6_000;
const url = 'https://news.example/2024/1';
const grown = (shapes: typeof PAGES) =>
  shapes.map((shape) => shape.make(SEED_BYTES, randomOf(shape.name.length)));

const { ENDPOINTS: PORTAL } = await inside('services/portal/src/api/endpoints.ts');
const { ENDPOINTS: OPS } = await inside('services/ops/src/api/endpoints.ts');
const { hear } = await inside('services/inbound/src/hear.ts');

interface Schema {
  safeParse(value: unknown): unknown;
}
const SCHEMAS: readonly Schema[] = [...PORTAL, ...OPS].flatMap(({ asked, body }) =>
  [asked, body].filter(Boolean),
);

/** A lease that is asked about, and nothing behind it. */
const lease = { topic: 'https://news.example/feed', state: 'active', secret: 's', token: 't' };
const nothing = async () => {};
const HUB = {
  leaseOf: async () => lease,
  leased: nothing,
  denied: nothing,
  left: nothing,
  hasten: nothing,
  deliver: async () => true,
  mayLookUp: () => true,
  mayDeliver: () => true,
};
const TOKEN = 'x'.repeat(43);

/** Each parser with its seeds, which are the corpus that is kept. */
export const PARSERS: readonly Parser[] = [
  {
    name: 'pages',
    share: 6,
    seeds: grown(PAGES),
    parse(text) {
      const { warnings } = extract(Buffer.from(text), { url });
      if ((warnings as readonly string[]).includes('internal_error')) throw new Error('internal');
    },
  },
  {
    name: 'feeds and sitemaps',
    share: 6,
    seeds: grown(FEEDS),
    parse: (text) => orRefused(() => parseFeed(Buffer.from(text), { url }), FeedError),
  },
  {
    name: 'pages of headlines',
    share: 1,
    seeds: [
      '<html lang="ar"><base href="/x/"><nav><a href="/category/a">A</a></nav><article class="post one"><h2><a href="/news/101">Four words of news</a></h2><time datetime="2026-03-02T01:30:00+01:00">2</time><p>A first paragraph of more than forty characters.</p></article><article><a href="news/102"><img alt="b"><h3>Other words of the news</h3></a></article><a href="?id=103&md=news"><b>Third words of news</b></a><a rel="next" href="/page/2">2</a></html>',
    ],
    parse: (text) => orRefused(() => readListPage(Buffer.from(text), { url }), FeedError),
  },
  {
    name: 'OPML',
    share: 1,
    seeds: [
      '<opml version="2.0"><head><title>a</title></head><body><outline text="b"><outline type="rss" xmlUrl="https://a.example/f" htmlUrl="https://a.example/" language="ar"/></outline><outline type="rss" url="//b.example"/></body></opml>',
    ],
    parse: (text) => orRefused(() => readSubscriptions(Buffer.from(text)), FeedError),
  },
  {
    name: 'web archives',
    share: 1,
    seeds: [
      'WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-20T10:00:00Z\r\nWARC-Target-URI: <https://a.example/1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 88\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n0\r\n\r\n\r\n\r\n\r\n',
      'WARC/1.0\nWARC-Type: revisit\nWARC-Target-URI: https://a.example/2\nWARC-Date: 2024-05-20T10:00:00Z\n  folded\nContent-Length: 0\n\n\n\nWARC/1.0\nWARC-Type: warcinfo\nContent-Length: 4\n\na: b\n\n',
    ],
    parse: readArchive,
  },
  {
    name: 'links of pages and of fields',
    share: 1,
    seeds: [
      '<base href="/a/"><link rel="alternate" type="application/rss+xml" title="a" href="feed"><a href=\'/rss\'>a</a><link rel="hub self" href="https://h.example/">',
      '<https://h.example/>; rel="hub", <https://a.example/feed>; rel=self; title="a, b", </x>;rel=next',
    ],
    parse: (text) => [
      namedFeeds(text, url),
      pageLinks(text, url),
      hubOf({ link: text }, htmlHubs(text, url), url),
    ],
  },
  {
    name: 'fields of answers, and refusals',
    share: 1,
    seeds: [
      'Mon, 20 May 2024 10:00:00 GMT',
      '120',
      '<html><head><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></head><body></body></html>',
      '<html><script>window.gokuProps = {"key":"a"}</script><iframe src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1"></iframe></html>',
    ],
    parse: (text) => [
      retryAfterMs({ 'retry-after': text, date: text }, 0),
      challengeOf(403, { 'content-type': 'text/html', server: text }, Buffer.from(text)),
      challengeOf(200, { 'content-type': text }, Buffer.from(text)),
    ],
  },
  {
    name: 'what hubs call with',
    share: 1,
    seeds: [
      'hub.mode=subscribe&hub.topic=https%3A%2F%2Fnews.example%2Ffeed&hub.challenge=abc&hub.lease_seconds=864000',
      'hub.mode=denied&hub.topic=https%3A%2F%2Fnews.example%2Ffeed&hub.reason=%00',
      'sha256=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd',
    ],
    async parse(text) {
      // The line and the fields of a request are no longer than this (`maxHeaderSize` of Node's server); a body may be.
      const head = text.slice(0, maxHeaderSize);
      const asked = { token: TOKEN, query: new URLSearchParams(head) };
      const headers = { 'x-hub-signature': head, link: head, 'content-type': head };
      const body = async () => Buffer.from(text);
      for (const method of ['GET', 'POST']) {
        const { status } = await hear({ ...asked, method, headers, body }, HUB);
        if (status >= 500) throw new Error(`${method}: ${status}`);
      }
    },
  },
  {
    name: 'answers of a bucket',
    share: 1,
    seeds: [
      '<?xml version="1.0"?><ListBucketResult><Name>b</Name><KeyCount>1</KeyCount><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken><Contents><Key>aa/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.zst</Key><LastModified>2024-05-20T10:00:00.000Z</LastModified><Size>4</Size></Contents></ListBucketResult>',
      '<Error><Code>NoSuchKey</Code><Message>a</Message><RequestId>1</RequestId></Error>',
      '{"url":"https://a.example/","status":200,"headers":{"content-type":"text/html"}}',
    ],
    parse: await openBucketOfAnswers(),
  },
  {
    name: 'robots',
    share: 1,
    seeds: [
      'User-agent: *\nDisallow: /a*b$\nAllow: /*.html$\nCrawl-delay: 2\nSitemap: https://a.example/s.xml\n',
    ],
    parse: (text) => isAllowed(parseRobots(Buffer.from(text)), 'nashra', `/${text.slice(0, 300)}`),
  },
  {
    name: 'dates',
    share: 1,
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
    parse: (text) => [
      parseDate(text, { ref: '2024-06-01' }) ?? findDate(text, { ref: '2024-06-01' }),
      readSince(text, 0),
    ],
  },
  {
    name: 'addresses',
    share: 1,
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
    name: 'charsets and languages',
    share: 1,
    seeds: [
      '<?xml version="1.0" encoding="windows-1256"?><a/>',
      '<meta charset=utf-7>خبر',
      '\u00c3\u00a9\u00d8\u00a7',
      'می خواهد که این را ببیند. Le conseil a voté. قالت الحكومة إنها',
    ],
    parse: (text) => [
      decode(Buffer.from(text, 'latin1'), {
        kind: 'html',
        contentType: `text/html; charset=${text.slice(0, 40)}`,
      }),
      decode(Buffer.from(text, 'utf16le'), { kind: 'xml' }),
      detectLanguage(text),
    ],
  },
  {
    name: 'search queries',
    share: 1,
    seeds: [
      '"مجلس المدينة" -port OR (a & b) | !c <-> d:*',
      "it's \\ % _ 'x' ; --",
      'author:"x" 2024..2025 *',
    ],
    parse: (text) => [cleanLine(text), foldText(text), searchTextOf(foldText(text))],
  },
  {
    name: 'filters, rules and fields that operators type',
    share: 1,
    seeds: [
      'state:dropped stage:fetch reason:timeout,connect host:a.ma since:2h',
      'publisher:hespress since:7d until:2026-03-01',
      'address:/sport/*/2024*',
      'title:مجلس المدينة',
      'Bearer env:SOURCE_TOKEN',
      'socks5://user:pass@proxy.example:1080',
    ],
    parse: (text) => [
      orRefused(() => readFailureFilter(text, 0), FilterError),
      orRefused(() => readPageFilter(text, 0), FilterError),
      orRefused(
        () =>
          rulingOn(readRules([text], [text]), { address: url, title: text, categories: [text] }),
        RuleError,
      ),
      orRefused(
        () =>
          accessOnce(url, { headers: { cookie: text, [text]: 'x' }, basic: text, proxy: text }, {}),
        AccessError,
      ),
    ],
  },
  {
    name: 'parameters and bodies of both APIs',
    share: 1,
    seeds: [
      '{"id":"1","limit":"50","after":"1.2","q":"a","language":"ar","publisher":"x"}',
      '{"verb":"retry","filter":"state:dropped","because":"a","rate":5,"atOnce":false,"most":10}',
      '{"source":"https://a.example/feed","because":"a","intervalSeconds":900,"title":"a"}',
      '{"name":"a","role":"viewer","scopes":["read"],"days":30}',
    ],
    parse(text) {
      const value = orRefused(() => JSON.parse(text), SyntaxError);
      for (const schema of SCHEMAS) schema.safeParse(value);
    },
  },
];
