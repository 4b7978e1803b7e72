import { expect, it } from 'vitest';
import { readRights } from './rights.ts';

const meta = (name: string, ...values: string[]) => ({
  metas: new Map([[name, values]]),
  headers: {},
  licences: [],
});
const head = (headers: Record<string, string>) => ({ metas: new Map(), headers, licences: [] });

it.each([
  'index, follow',
  'all',
  'index, follow, max-snippet:-1, max-image-preview:large, max-video-preview:-1',
  'nofollow, notranslate',
  'max-snippet:many',
  'unavailable_after: some day',
])('finds no restriction in «%s»', (content) => {
  expect(readRights(meta('robots', content))).toBeNull();
});

it.each([
  ['noindex, follow', { index: false }],
  ['NONE', { index: false }],
  ['NoArchive', { display: 'summary' }],
  ['nocache', { display: 'summary' }],
  ['nosnippet', { display: 'headline' }],
  ['noarchive, nosnippet', { display: 'headline' }],
  ['nosnippet, noarchive', { display: 'headline' }],
  ['max-snippet: 160', { display: 'summary', snippet: 160 }],
  ['max-snippet:0', { display: 'headline', snippet: 0 }],
  ['max-image-preview:none', { image: false }],
  ['noimageindex', { image: false }],
  ['noai, noimageai', { mining: 'reserved' }],
  ['unavailable_after: 2026-03-01T10:00:00Z', { until: '2026-03-01T10:00:00.000Z' }],
  [
    'unavailable_after: Sunday, 01-Mar-26 10:00:00 GMT, noarchive',
    { until: '2026-03-01T10:00:00.000Z', display: 'summary' },
  ],
])('reads «%s»', (content, rights) => {
  expect(readRights(meta('robots', content))).toEqual(rights);
  expect(readRights(head({ 'x-robots-tag': content }))).toEqual(rights);
});

it('leaves what is said to others to them', () => {
  expect(readRights(meta('googlebot', 'noindex'))).toBeNull();
  expect(readRights(head({ 'x-robots-tag': 'googlebot: noindex, nosnippet' }))).toBeNull();
  expect(readRights(head({ 'x-robots-tag': 'noarchive, bingbot: noindex' }))).toEqual({
    display: 'summary',
  });
  expect(readRights(head({ 'x-robots-tag': 'bingbot: noindex, nashra: noarchive' }))).toEqual({
    display: 'summary',
  });
  expect(readRights(meta('nashra', 'nosnippet'))).toEqual({ display: 'headline' });
});

it('takes the narrower of what page and answer say', () => {
  const signals = {
    ...meta('robots', 'noarchive', 'max-snippet:50'),
    headers: { 'x-robots-tag': 'max-snippet:20' },
  };
  expect(readRights(signals)).toEqual({ display: 'summary', snippet: 20 });
});

it.each([
  [{ 'content-usage': 'train-ai=n' }, { mining: 'reserved' }],
  [{ 'content-usage': 'search=n, train-ai=y' }, { index: false }],
  [{ 'content-usage': 'bots=?0' }, { mining: 'reserved' }],
  [{ 'content-usage': 'train-ai=y' }, null],
  [
    { 'tdm-reservation': '1', 'tdm-policy': 'https://a.ma/p.json' },
    { mining: 'reserved', policy: 'https://a.ma/p.json' },
  ],
  [{ 'tdm-reservation': '0', 'tdm-policy': 'https://a.ma/p.json' }, null],
  [
    { link: '<https://a.ma/l.xml>; rel="license"; type="application/rsl+xml"' },
    { mining: 'reserved', policy: 'https://a.ma/l.xml' },
  ],
  [{ link: '<https://a.ma/>; rel="license"' }, null],
])('reads of the head %j', (headers, rights) => {
  expect(readRights(head(headers as Record<string, string>))).toEqual(rights);
});

it('reads TDMRep and RSL off the page', () => {
  expect(readRights(meta('tdm-reservation', '1'))).toEqual({ mining: 'reserved' });
  expect(readRights({ metas: new Map(), headers: {}, licences: ['https://a.ma/l.xml'] })).toEqual({
    mining: 'reserved',
    policy: 'https://a.ma/l.xml',
  });
});
