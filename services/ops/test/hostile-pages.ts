import type { ArticlePast, StoredImage, Takedown, Yield } from '@nashra/articles';
import type { FailureGroup } from '@nashra/ledger';
import { type BulkRun, type Journey, queues, STATES, type UnsureField } from '@nashra/pipeline';
import type { ArticleCard, Found as FoundArticle, Story } from '@nashra/reader';
import type { PageView, ReadingReport } from '@nashra/reading';
import type { Guard, Source } from '@nashra/sources';
import { addSourcePage } from '../src/pages/add-source.ts';
import { addressPage, unknownAddressPage } from '../src/pages/address.ts';
import { addressesPage } from '../src/pages/addresses.ts';
import { auditPage } from '../src/pages/audit.ts';
import { deskPage } from '../src/pages/desk.ts';
import { failuresPage } from '../src/pages/failures.ts';
import { guardPage, guardsPage } from '../src/pages/guards.ts';
import { keptPage } from '../src/pages/kept-page.ts';
import { loginPage } from '../src/pages/login.ts';
import { overviewPage } from '../src/pages/overview.ts';
import { peoplePage } from '../src/pages/people.ts';
import { rereadPage } from '../src/pages/reread.ts';
import { runPage, runsPage } from '../src/pages/runs.ts';
import { loggedOutPage, onwardPage } from '../src/pages/sign-on.ts';
import { sourcePage } from '../src/pages/source.ts';
import { sourcesPage } from '../src/pages/sources.ts';
import { storyPage } from '../src/pages/stories.ts';
import { viewFor } from '../src/site/view.ts';
import { concernsOf } from '../src/state/concerns.ts';
import type { Found } from '../src/state/found.ts';
import type { Overview } from '../src/state/state.ts';
import type { Tongue } from '../src/words/words.ts';

const at = new Date('2026-03-01T10:00:00Z');
const trend = Array.from({ length: 24 }, (_, hour) => (hour === 23 ? 100 : 0));

/** Every page of the console, each text that is not ours being an attack. */
export function hostilePages(attacks: readonly string[], tongue: Tongue = 'ar'): string[] {
  const [one = ''] = attacks;
  const all = attacks.join(' ');
  const view = viewFor(tongue, { name: one, role: 'admin', scopes: null }, one);
  const groups = attacks.map((text, id) => groupOf(text, id));
  const runs = attacks.map(runOf);
  const sources = attacks.map(sourceOf);
  const deeds = attacks.map((text, id) => ({
    ...{ id, at, actor: text, action: text, subject: text, reason: text },
    detail: { before: { [text]: text }, after: text, rest: text },
  }));
  const sum = { count: 1, groups: 1, trend };
  const yields = new Map([[one, yieldOf()]]);
  const shown = { all: sources, shown: sources, yields, matched: 1, health: one, q: all, next: 2 };
  const users = [{ name: one, role: 'viewer', madeAt: at, signsOn: true } as const];
  const tokens = attacks.map((text, id) => ({
    ...{ id, who: text, name: text, scopes: [text], madeAt: at, endsAt: at },
  }));
  return [
    overviewPage(view, overviewOf(attacks, groups, runs, sources)),
    failuresPage(view, { filter: all, complaint: null, groups, sum }),
    failuresPage(view, { filter: all, complaint: all, groups: [], sum }),
    runsPage(view, runs),
    ...runs.slice(0, 3).map((run) => runPage(view, run)),
    sourcesPage(view, { ...shown, sort: 'name' }),
    sourcePage(view, { source: sourceOf(one), yield_: yieldOf(), deeds, moves: deeds }),
    addSourcePage(view, { address: all, complaint: all, found: attacks.map(foundOf), errand: 1 }),
    storyPage(view, { story: storyOf(attacks, 1), other: storyOf(attacks, 2), deeds }),
    rereadPage(view, { filter: all, pages: 100, complaint: all, report: reportOf(attacks) }),
    keptPage(view, 1, viewOfPage(all)),
    guardsPage(view, attacks.map(guardOf)),
    guardPage(view, { guard: guardOf(all), held: 1, deeds }),
    deskPage(view, {
      unsure: attacks.map(unsureOf),
      takedowns: attacks.map(takedownOf),
      images: attacks.map(imageOf),
    }),
    auditPage(view, { deeds, subject: all, actor: all, next: 1 }),
    peoplePage(view, { users, tokens, shown: { of: one, secret: all }, complaint: all }),
    addressPage(view, journeyOf(attacks), { past: pastOf(attacks), mayGo: true }),
    addressesPage(view, all, [{ id: 1, address: all, state: one, updatedAt: at }], 2),
    unknownAddressPage(view, all, attacks.map(foundArticle)),
    loginPage(view, all, { complaint: all, signOn: all }),
    loggedOutPage(view, all, one),
    onwardPage(view, '/'),
  ];
}

function groupOf(text: string, exampleId: number): FailureGroup {
  return {
    ...{ state: 'quarantined', stage: text, reason: text, host: text, error: text },
    ...{ errorKey: text, count: 100, firstAt: at, lastAt: at, trend, example: text, exampleId },
    again: 1,
  };
}

function runOf(text: string, id: number): BulkRun {
  return {
    ...{ id, madeAt: at, verb: 'retry', filter: text, actor: text, reason: text, rate: 1 },
    ...{ isWhole: false, state: 'stopped', wanted: null, why: 'failing', matched: 9, sent: 9 },
    ...{ acted: 9, takenBack: 1, phases: [{ sent: 1, ended: 1, failed: 1 }], of: 3, endedAt: at },
  };
}

function guardOf(text: string): Guard {
  const told = {
    fields: [{ field: text, before: 1, now: 0 }],
    isCollapse: false,
    pages: { before: 1, after: 2 },
    diff: [`- ${text}`, `+ ${text}`],
  };
  return {
    publisherId: 1,
    publisher: text,
    name: text,
    state: 'held',
    told,
    toldAt: at,
    since: at,
  };
}

const unsureOf = (text: string, id: number): UnsureField => ({
  ...{ articleId: id, addressId: id, field: 'title', sureness: 0.1, said: text, address: text },
});

const takedownOf = (text: string, id: number): Takedown => ({
  ...{ id, kind: 'author', publisherId: null, name: text, actor: text, reason: text },
  ...{ madeAt: at, liftedAt: null, articles: 1 },
});

function sourceOf(text: string): Source {
  return {
    ...{ id: 1, addressId: 1, publisher: text, name: text, nameNative: text, homepage: text },
    ...{ language: text, country: text, timeZone: text, publisherState: 'active', address: text },
    ...{ title: text, state: 'active', intervalSeconds: 60, failures: 3, lastReason: text },
    ...{ lastPolledAt: at, lastSuccessAt: at, lastEntryAt: at, nextPollAt: at, entriesSeen: 1 },
    ...{ entriesNew: 1, entriesPerDay: 1, nextPollWhy: text, overflows: 0, overflowAt: null },
    ...{ strangeAt: null, health: 'failing', evidence: text, heirs: [{ address: text }] },
  } as unknown as Source;
}

function overviewOf(
  attacks: readonly string[],
  groups: readonly FailureGroup[],
  runs: readonly BulkRun[],
  sources: readonly Source[],
): Overview {
  const idle = { waiting: 0, background: 0, active: 0, delayed: 0, failed: 0 };
  const troubles = attacks.map((text) => ({ where: text, what: text, since: at }));
  const status = {
    ledger: Object.fromEntries(STATES.map((state) => [state, 1])),
    reasons: Object.fromEntries(attacks.map((attack) => [attack, 1])),
    again: { addresses: 0, next: null },
    ...{ publishers: 0, feeds: 0, articles: 0, revisions: 0, stories: 0, images: 0, changes: 0 },
    queues: Object.fromEntries(Object.keys(queues).map((name) => [name, idle])),
    troubles,
  } as unknown as Overview['status'];
  const facts = {
    guards: attacks.map(guardOf),
    ...{ groups, runs, sources, oldest: {}, quarantined: 1, objective: 1 },
    pulse: { lastHour: 1, usual: 1, perHour: trend, lag: { p50: 1, p95: 2 } },
  };
  const latest = attacks.map((text, id) => ({
    ...{ id, title: text, language: 'ar', url: text, publisherName: text },
    ...{ publishedAt: at, firstSeenAt: at },
  })) as unknown as readonly ArticleCard[];
  return { ...facts, status, latest, concerns: concernsOf({ ...facts, troubles, brakes: [] }) };
}

function journeyOf(attacks: readonly string[]): Journey {
  const [one = ''] = attacks;
  const all = attacks.join(' ');
  return {
    ...{ id: 1, address: one, state: one, reason: all, meaning: all, waitsFor: one },
    ...{ publisher: all, publisherState: 'paused', foundIn: 1, foundInAddress: all, articleId: 1 },
    ...{ waits: 1, rescues: 1, dueAt: at, againAt: at, vain: 1, kind: 'article' },
    job: { state: one, attempts: 1, failedReason: all },
    capture: { capturedAt: at, finalAddress: all, contentType: all },
    steps: attacks.map((text) => ({ at, state: text, reason: text })),
    requests: attacks.map((text) => ({ at, outcome: text, status: 200, bytes: 1, ms: 1 })),
    quarantined: { queue: one, code: all, message: all, at },
    feed: null,
  } as unknown as Journey;
}

const imageOf = (text: string, id: number): StoredImage => ({
  ...{ id, articleId: id, url: text, hiddenAt: at, hiddenBy: 'reports', approvedAt: null },
  reports: 3,
});

function yieldOf(): Yield {
  const fields = { title: 1, date: 1, authors: 0, body: 1, image: 1 };
  return { ...{ publisherId: 1, perDay: [1, 2], of: 2, copies: 0.5, fields, lag: 3 } };
}

const foundOf = (text: string): Found =>
  ({
    ...{ address: text, by: 'link', title: text, format: text, entries: 1, sitemaps: 0 },
    warnings: [text],
    first: [{ title: text, address: text, at: text }],
    publisher: { slug: text, name: text, timeZone: 'UTC', feeds: [{ address: text }] },
  }) as unknown as Found;

const storyOf = (attacks: readonly string[], id: number): Story =>
  ({
    ...{ id, articles: 2, publishers: 1, firstPublishedAt: at, lastPublishedAt: at },
    ...{ representative: 1, mergedInto: null },
    versions: attacks.map((text, n) => ({
      ...{ id: n, title: text, url: text, language: text, publisherName: text, publishedAt: at },
    })),
  }) as unknown as Story;

function reportOf(attacks: readonly string[]): ReadingReport {
  const fields = Object.fromEntries(attacks.map((text) => [text, 1]));
  const changes = attacks.map((text) => ({ field: text, before: text, after: text, alike: 0.5 }));
  return {
    ...{ matched: 9, read: 9, changed: 9, fields },
    publishers: attacks.map((publisher) => ({ publisher, read: 1, changed: 1, fields })),
    pages: attacks.map((address, addressId) => ({ addressId, address, publisherId: 1, changes })),
  } as unknown as ReadingReport;
}

export function viewOfPage(text: string): PageView {
  return {
    ...{
      url: text,
      capturedAt: at.toISOString(),
      origin: text,
      bytes: 1,
      headers: { [text]: text },
    },
    source: text,
    read: {
      ...{ isArticle: true, kind: text, title: text, authors: [text], published: text },
      ...{ language: text, image: text, body: text, words: 1, sureness: { [text]: 0.1 } },
      ...{ evidence: { [text]: text }, warnings: [text], extractor: text },
    },
  };
}

function pastOf(attacks: readonly string[]): ArticlePast {
  const [text = ''] = attacks;
  return {
    ...{ storyId: 1, copyOf: 2, removedBy: text },
    revisions: attacks.map((title, n) => ({ number: n, title, words: 1, extractor: title, at })),
    changes: attacks.map((kind, seq) => ({ seq, kind, cause: 'source', at })),
    decision: { likeId: 1, sureness: 0.5, rule: text, evidence: { [text]: text }, isRuled: false },
  } as unknown as ArticlePast;
}

const foundArticle = (text: string, id: number): FoundArticle => ({
  ...{ id, title: text, publisher: text, url: text, publishedAt: at, language: text },
  ...{ storyId: 1, rank: 1, snippet: text, cursor: text },
});
