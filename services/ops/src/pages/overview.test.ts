import { queues, STATES } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import type { Overview } from '../state/state.ts';
import { overviewPage } from './overview.ts';

const idle = { waiting: 0, active: 0, delayed: 0, failed: 0 };
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
    queues: Object.fromEntries(Object.keys(queues).map((name) => [name, idle])) as never,
  },
  sources: [],
  latest: [],
  quarantine: [],
};

it('says what to do when there is nothing yet', () => {
  const page = overviewPage(empty);
  expect(page).toContain('nashra sources add');
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
    revision: 2,
    isCopy: true,
    wordCount: 1,
    image: null,
    story: 1,
    storyArticles: 1,
    storyPublishers: 1,
  };
  const page = overviewPage({ ...empty, latest: [article] });
  expect(page).not.toContain('<img');
  expect(page).not.toContain('href="javascript');
  expect(page).toContain('revision 2');
});

it('loads nothing from anywhere else', () => {
  expect(overviewPage(empty)).not.toMatch(/(src|href)="(https?:)?\/\//);
});

it('gives each reason its meaning, the commonest first', () => {
  const reasons = { gone: 2, http_418: 9 };
  const page = overviewPage({ ...empty, status: { ...empty.status, reasons } });
  expect(page.indexOf('The server answered 418.')).toBeLessThan(page.indexOf('(410)'));
});

it('says first of all what keeps work from moving', () => {
  const troubles = [{ where: 'fetch', what: 'paused <b>', since: null }];
  const page = overviewPage({ ...empty, status: { ...empty.status, troubles } });
  expect(page).toContain('Not moving');
  expect(page).toContain('paused &#60;b');
  expect(overviewPage(empty)).not.toContain('Not moving');
});
