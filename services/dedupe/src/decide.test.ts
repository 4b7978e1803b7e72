import type { IdentityCandidate, Telling } from '@nashra/articles';
import { signatureOf } from '@nashra/similarity';
import { describe, expect, it } from 'vitest';
import { decide, type Known } from './decide.ts';

const now = new Date('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;
const BRIDGE = {
  title: 'A bridge over the river is opened',
  body: 'The governor opened the bridge over the river this morning, after eighteen months of work that two floods had interrupted.',
};
const LIBRARY = {
  title: 'The library reads again',
  body: 'After two years of repairs the library of the town lends books again, and children have a hall of their own on Wednesdays.',
};
const signatureFor = (text: { title: string; body: string }) =>
  signatureOf({ ...text, language: 'en' });
const draft = {
  publisherId: 1,
  contentHash: 'aa',
  signature: signatureFor(BRIDGE),
  publishedAt: +now,
  isStated: true,
  windowMs: 72 * HOUR,
};
const telling = (text = BRIDGE, publishedAt = +now) => ({
  articleId: 10,
  storyId: 100,
  publisherId: 1,
  signature: signatureFor(text),
  publishedAt,
  isStated: true,
});
const knowing = (...tellings: Telling[]): Known => ({
  articleId: null,
  contentHashes: new Map(),
  telling: (id) => tellings.find(({ articleId }) => articleId === id),
});
const unknown = knowing();

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
    expect(decide(draft, unknown, [])).toEqual({ kind: 'new', copyOf: null });
  });

  it('believes the ledger before any key: same content is unchanged', () => {
    const known = { ...unknown, articleId: 5, contentHashes: new Map([[5, 'aa']]) };
    expect(decide(draft, known, [candidate({})])).toEqual({ kind: 'unchanged', articleId: 5 });
    const other = { ...known, contentHashes: new Map([[5, 'bb']]) };
    expect(decide(draft, other, [])).toEqual({ kind: 'revision', articleId: 5 });
    expect(decide(draft, { ...other, isRestless: true }, []).kind).toBe('unchanged');
  });

  it('makes a revision when the known article says something else', () => {
    const known = { ...unknown, articleId: 5, contentHashes: new Map([[5, 'bb']]) };
    expect(decide(draft, known, [])).toEqual({ kind: 'revision', articleId: 5 });
  });

  it('finds the publisher’s own text under a second address', () => {
    const own = candidate({ publisherId: 1 });
    expect(decide(draft, unknown, [own])).toEqual({ kind: 'copy', articleId: 10 });
  });

  it('keeps another publisher’s copy as an article that says whose text it has', () => {
    const copies = [candidate({ articleId: 12 }), candidate({ articleId: 11 })];
    expect(decide(draft, unknown, copies)).toEqual({ kind: 'new', copyOf: 11 });
  });

  it('follows a guid to its new address, as a revision when the text changed too', () => {
    const moved = candidate({ kind: 'guid', publisherId: 1 });
    const known = knowing(telling({ ...BRIDGE, title: 'A new bridge over the river' }));
    expect(decide(draft, known, [moved])).toEqual({ kind: 'revision', articleId: 10 });
    const same = { ...known, contentHashes: new Map([[10, 'aa']]) };
    expect(decide(draft, same, [moved])).toEqual({ kind: 'copy', articleId: 10 });
  });

  it('does not believe a guid that names another article too', () => {
    const guid = candidate({ kind: 'guid', publisherId: 1 });
    expect(decide(draft, knowing(telling(LIBRARY)), [guid]).kind).toBe('new');
    const sameTitle = knowing(telling({ ...LIBRARY, title: BRIDGE.title }));
    expect(decide(draft, sameTitle, [guid]).kind).toBe('new');
    const second = candidate({ kind: 'guid', publisherId: 1, articleId: 9 });
    const both = knowing({ ...telling(LIBRARY), articleId: 9 }, telling());
    expect(decide(draft, both, [second, guid])).toMatchObject({ kind: 'revision', articleId: 10 });
  });

  it('does not believe a canonical address that a whole site shares', () => {
    const canonical = candidate({ kind: 'canonical', publisherId: 1 });
    expect(decide(draft, unknown, [canonical]).kind).toBe('new');
    const title = candidate({ kind: 'title', publisherId: 1 });
    expect(decide(draft, unknown, [canonical, title]).kind).toBe('copy');
    const other = knowing(telling({ ...LIBRARY, title: BRIDGE.title }));
    expect(decide(draft, other, [canonical, title]).kind).toBe('new');
  });

  it('takes the publisher’s own text for a second address unless it is said anew', () => {
    const own = candidate({ publisherId: 1 });
    const lastMonth = telling(BRIDGE, +now - 30 * 24 * HOUR);
    expect(decide(draft, knowing(lastMonth), [own]).kind).toBe('new');
    const undated = { ...draft, isStated: false };
    expect(decide(undated, knowing(lastMonth), [own]).kind).toBe('copy');
  });
});
