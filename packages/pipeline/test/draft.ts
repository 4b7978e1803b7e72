import type { Draft } from '@nashra/articles';

/** What parse might have read off a page. */
export function draft(overrides: Partial<Draft> = {}): Draft {
  return {
    title: 'مجلس المدينة يصادق على الميزانية',
    authors: [],
    body: 'صادق المجلس على ميزانية المدينة.',
    html: '<p>صادق المجلس على ميزانية المدينة.</p>',
    summary: null,
    section: null,
    tags: [],
    language: 'ar',
    publishedAt: null,
    publishedPrecision: null,
    publishedSource: null,
    modifiedAt: null,
    wordCount: 5,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: 1,
    facts: {},
    ...overrides,
  };
}
