import type { IdentityCandidate } from '@nashra/articles';
import { describe, expect, it } from 'vitest';
import { decide, type Known } from './decide.ts';

const now = new Date('2026-03-01T12:00:00Z');
const draft = { publisherId: 1, contentHash: 'aa', now, titleWindowMs: 48 * 3_600_000 };
const unknown: Known = { articleId: null, contentHashes: new Map() };

function candidate(overrides: Partial<IdentityCandidate>): IdentityCandidate {
  return {
    kind: 'text',
    articleId: 10,
    storyId: 100,
    publisherId: 2,
    claimedAt: now,
    ...overrides,
  };
}

describe('decide', () => {
  it('makes a new article and story of what nobody has', () => {
    expect(decide(draft, unknown, [])).toEqual({ kind: 'new', storyId: null, copyOf: null });
  });

  it('believes the ledger before any key: same content is unchanged', () => {
    const known = { articleId: 5, contentHashes: new Map([[5, 'aa']]) };
    expect(decide(draft, known, [candidate({})])).toEqual({ kind: 'unchanged', articleId: 5 });
  });

  it('makes a revision when the known article says something else', () => {
    const known = { articleId: 5, contentHashes: new Map([[5, 'bb']]) };
    expect(decide(draft, known, [])).toEqual({ kind: 'revision', articleId: 5 });
  });

  it('finds the publisher’s own text under a second address', () => {
    const own = candidate({ publisherId: 1 });
    expect(decide(draft, unknown, [own])).toEqual({ kind: 'copy', articleId: 10 });
  });

  it('keeps another publisher’s copy as an article of the same story', () => {
    const copies = [candidate({ articleId: 12 }), candidate({ articleId: 11 })];
    expect(decide(draft, unknown, copies)).toEqual({ kind: 'new', storyId: 100, copyOf: 11 });
  });

  it('follows a guid to its new address, as a revision when the text changed too', () => {
    const moved = candidate({ kind: 'guid', publisherId: 1 });
    expect(decide(draft, unknown, [moved])).toEqual({ kind: 'revision', articleId: 10 });
    const same = { articleId: null, contentHashes: new Map([[10, 'aa']]) };
    expect(decide(draft, same, [moved])).toEqual({ kind: 'copy', articleId: 10 });
  });

  it('does not believe a canonical address that a whole site shares', () => {
    const canonical = candidate({ kind: 'canonical', publisherId: 1 });
    expect(decide(draft, unknown, [canonical]).kind).toBe('new');
    const title = candidate({ kind: 'title', publisherId: 1 });
    expect(decide(draft, unknown, [canonical, title]).kind).toBe('copy');
  });

  it('joins a story by title within the window only, and never within one publisher', () => {
    const title = candidate({ kind: 'title' });
    expect(decide(draft, unknown, [title])).toMatchObject({ kind: 'new', storyId: 100 });
    const old = candidate({ kind: 'title', claimedAt: new Date('2026-02-20T12:00:00Z') });
    expect(decide(draft, unknown, [old])).toMatchObject({ storyId: null });
    const daily = candidate({ kind: 'title', publisherId: 1 });
    expect(decide(draft, unknown, [daily])).toMatchObject({ kind: 'new', storyId: null });
  });
});
