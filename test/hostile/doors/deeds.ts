import { type Ask, FORM_TYPE, JSON_TYPE } from '../asking.ts';

/** Somewhere a text of a person enters: what is asked with it, and the statuses that say it was taken. */
export interface Deed {
  readonly name: string;
  readonly taken: readonly number[];
  ask(ask: Ask, cookie: string, text: string): ReturnType<Ask>;
}

export const FEED = 'https://news.example/feed';

const api = (name: string, path: string, body: (text: string) => object): Deed => ({
  name: `API: ${name}`,
  taken: [200],
  ask: (ask, cookie, text) =>
    ask(`/api/ops/v1${path}`, {
      method: 'POST',
      headers: { ...JSON_TYPE, cookie },
      body: JSON.stringify(body(text)),
    }),
});

const form = (
  name: string,
  path: string,
  body: (text: string) => Record<string, string>,
): Deed => ({
  name: `form: ${name}`,
  taken: [303],
  ask: (ask, cookie, text) =>
    ask(path, {
      method: 'POST',
      headers: { ...FORM_TYPE, cookie },
      body: new URLSearchParams(body(text)).toString(),
    }),
});

const search = (name: string, path: string): Deed => ({
  name,
  // That an address is none is an answer too: NUL is not taken in any.
  taken: [200, 400, 404],
  ask: (ask, cookie, text) =>
    ask(path + encodeURIComponent(text.slice(0, 180).toWellFormed()), { headers: { cookie } }),
});

/** Of the console: what is kept of it stands in rows afterwards. */
export const KEPT: readonly Deed[] = [
  api('a source rests, and why', '/sources/pause', (because) => ({ source: FEED, because })),
  api('a source goes on, and why', '/sources/resume', (because) => ({ source: FEED, because })),
  api('a source is polled, and why', '/sources/poll', (because) => ({ source: FEED, because })),
  api('a source is named', '/sources/set', (text) => ({
    source: FEED,
    title: text.slice(0, 200),
    because: text,
  })),
  api('a run, and why', '/runs', (because) => ({
    verb: 'discard',
    filter: 'host:nobody.example',
    because,
  })),
  api('a token is named', '/tokens', (text) => ({
    who: 'amina',
    name: text.slice(0, 100),
    scopes: ['read'],
  })),
  api('a publisher is held, and why', '/guards/sahifa/hold', (because) => ({ because })),
  form('a source rests, and why', '/sources/act', (because) => ({
    source: FEED,
    verb: 'pause',
    because,
  })),
  form('a source is named', '/sources/act', (text) => ({
    source: FEED,
    verb: 'set',
    title: text.slice(0, 200).toWellFormed(),
    because: text,
  })),
  form('a run, and why', '/runs', (because) => ({
    verb: 'retry',
    filter: 'host:nobody.example',
    because,
  })),
];

/** Of both sites: what is asked of rows. */
export const ASKED: readonly Deed[] = [
  search('console: an address', '/address?of='),
  search('console: sources', '/sources?q='),
  search('console: the audit', '/audit?subject='),
  search('console: failures', '/failures?filter='),
  search('API: a journey', '/api/ops/v1/journey?of='),
  search('API: the audit', '/api/ops/v1/audit?actor='),
];

export const READ: readonly Deed[] = [
  search('portal: search', '/search?q='),
  search('portal: an author', '/author/'),
  search('portal: a section', '/section/'),
  search('portal API: search', '/api/v1/search?q='),
  search('portal API: articles', '/api/v1/articles?publisher='),
];
