import { queues, STATES } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import { viewFor } from '../site/view.ts';
import type { Overview } from '../state/state.ts';
import { overviewPage } from './overview.ts';
import { sourcesPage } from './sources.ts';

const idle = { waiting: 0, background: 0, active: 0, delayed: 0, failed: 0 };
const at = new Date('2026-03-01T10:00:00Z');
const empty: Overview = {
  status: {
    ledger: Object.fromEntries(STATES.map((state) => [state, 0])) as never,
    reasons: {},
    again: { addresses: 0, next: null },
    publishers: 0,
    feeds: 0,
    articles: 0,
    revisions: 0,
    stories: 0,
    images: 0,
    changes: 0,
    troubles: [],
    brakes: [],
    queues: Object.fromEntries(Object.keys(queues).map((name) => [name, idle])) as never,
  },
  sources: [],
  latest: [],
  groups: [],
  guards: [],
  runs: [],
  pulse: { lastHour: 0, usual: 0, perHour: [], lag: null },
  oldest: {},
  quarantined: 0,
  objective: 1_800,
  concerns: [],
};
const view = viewFor('en', { name: 'amina', role: 'operator', scopes: null }, '/');

it('says what to do when there is nothing yet', () => {
  const page = overviewPage(view, empty);
  const none = { all: [], shown: [], yields: new Map(), matched: 0 };
  const asked = { health: '', q: '', sort: 'urgency', next: null } as const;
  expect(sourcesPage(view, { ...none, ...asked })).toContain('No sources yet');
  expect(page).toContain('No article yet.');
});

it('shows titles of either direction as they run, and never as markup', () => {
  const article = {
    id: 1,
    title: '<img src=x onerror=alert(1)> خبر',
    language: 'ar',
    summary: null,
    publisher: 'sabah',
    publisherName: 'الصباح',
    publisherNameNative: null,
    section: null,
    authors: [],
    url: 'javascript:alert(1)',
    publishedAt: at,
    publishedPrecision: null,
    display: 'full' as const,
    rights: null,
    isPaywalled: false,
    firstSeenAt: at,
    updatedAt: at,
    revision: 2,
    isCopy: true,
    wordCount: 1,
    image: null,
    story: 1,
    storyArticles: 1,
    storyPublishers: 1,
  };
  const page = overviewPage(view, { ...empty, latest: [article] });
  expect(page).not.toContain('<img');
  expect(page).not.toContain('href="javascript');
});

it('loads nothing from anywhere else', () => {
  expect(overviewPage(view, empty)).not.toMatch(/(src|href)="(https?:)?\/\//);
});

it('gives each reason its meaning, the commonest first', () => {
  const reasons = { gone: 2, http_418: 9 };
  const page = overviewPage(view, { ...empty, status: { ...empty.status, reasons } });
  expect(page.indexOf('The server answered 418.')).toBeLessThan(page.indexOf('(410)'));
});

it('says first of all what keeps work from moving, and what mends it, in three languages', () => {
  const trouble = {
    is: 'other',
    where: 'disk',
    what: 'full <b>',
    href: '/queues',
    since: at,
  } as const;
  const stands = {
    is: 'paused',
    where: 'fetch',
    href: '/queues/queue/fetch',
    since: null,
  } as const;
  const troubled = { ...empty, concerns: [stands, trouble] };
  for (const [tongue, says] of [
    ['en', 'Resume it'],
    ['fr', 'La relancer'],
    ['ar', 'أعد تشغيله'],
  ] as const) {
    const page = overviewPage(viewFor(tongue, view.operator, '/'), troubled);
    expect(page).toContain(says);
    expect(page).toContain('full &#60;b');
    expect(page).toContain(`<html lang="${tongue}" dir="${tongue === 'ar' ? 'rtl' : 'ltr'}">`);
  }
});
