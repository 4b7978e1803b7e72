import { describe, expect, it } from 'vitest';
import { endingOf, isVain } from './endings.ts';
import { type KnownAddress, revisitOf } from './revisit.ts';

const hash = (words: string, all: string) => words.repeat(24) + all.repeat(24);
const FEED = 5;
const known = (more: Partial<KnownAddress>): KnownAddress => ({
  kind: 'article',
  state: 'indexed',
  reason: null,
  entryHash: hash('a', 'a'),
  foundIn: FEED,
  isUnlisted: false,
  isPlanned: false,
  vain: 0,
  isRested: true,
  isWorthIt: true,
  ...more,
});
const see = (more: Partial<KnownAddress>, entryHash = hash('a', 'a'), foundIn = FEED) =>
  revisitOf(known(more), { entryHash, foundIn });
const dropped = { state: 'dropped', reason: 'not_found', vain: 1, isPlanned: true };

describe('an ending', () => {
  it('passes unless the web says that it is final, whatever a server invents', () => {
    for (const reason of [
      'not_found',
      'http_403',
      'http_599',
      'dns',
      'no_text',
      'not_a_feed',
      // A redirect to the host behind a proxy, a name that is held back: the address itself may be well tomorrow.
      'blocked_address',
      'head_too_large',
    ] as const)
      expect(endingOf(reason)).toBe('passing');
    for (const reason of ['gone', 'robots_denied'] as const) expect(endingOf(reason)).toBe('final');
    expect(endingOf('not_an_article')).toBe('closed');
  });

  it('is in vain where it told nothing new', () => {
    expect([isVain('dropped', 'dns'), isVain('known', 'unchanged')]).toEqual([true, true]);
    expect([isVain('indexed', null), isVain('known', 'copy')]).toEqual([false, false]);
  });
});

describe('a known address that is seen again', () => {
  it('stays where it is as long as its entry says the same', () => {
    expect(see({}).reason).toBeNull();
    expect(see(dropped).reason).toBeNull();
  });

  it('is fetched whole when its words changed, and asked for when a figure or a date did', () => {
    expect(see({}, hash('b', 'b'))).toMatchObject({ reason: 'entry_changed', whole: true });
    expect(see({}, hash('a', 'b'))).toMatchObject({ reason: 'entry_changed', whole: false });
    expect(see({ isRested: false }, hash('b', 'b')).reason).toBeNull();
  });

  it('is to be shown once more when it changed too soon, or on its first flight, which may have come before', () => {
    expect(see({ isRested: false }, hash('b', 'b'))).toMatchObject({ reason: null, later: true });
    expect(see({ state: null }, hash('b', 'b'))).toMatchObject({ reason: null, later: true });
    expect(see({ isRested: false }, hash('a', 'b')).later).toBe(false);
    expect(see({ isRested: false }).later).toBe(false);
  });

  it('is let alone longer the more changes came to nothing, and sooner for figures than for words', () => {
    const flickers = { vain: 2, isWorthIt: false };
    expect(see(flickers, hash('a', 'b')).reason).toBeNull();
    expect(see(flickers, hash('b', 'b')).reason).toBe('entry_changed');
    expect(see({ ...flickers, vain: 3 }, hash('b', 'b')).reason).toBeNull();
  });

  it('takes off at once when it passes and its entry changed, and seldom, or never, where it is final', () => {
    const changed = hash('a', 'b');
    expect(see({ ...dropped, isRested: false }, changed).reason).toBe('entry_changed');
    const denied = { ...dropped, reason: 'robots_denied' };
    expect(see(denied, hash('b', 'b')).reason).toBeNull();
    const gone = { ...dropped, reason: 'gone', isPlanned: false };
    expect(see(gone, changed).reason).toBeNull();
    expect(see({ ...gone, foundIn: null }).reason).toBeNull();
    expect(see({ ...gone, isWorthIt: false }, hash('b', 'b')).reason).toBeNull();
    expect(see(gone, hash('b', 'b'))).toMatchObject({ reason: 'entry_changed', whole: true });
    const noArticle = { ...dropped, reason: 'not_an_article', isPlanned: false };
    expect(see(noArticle, changed).reason).toBeNull();
    expect(see(noArticle, hash('b', 'b')).reason).toBe('entry_changed');
  });

  it('is taken by the first that lists it, where nobody did when it came to nothing', () => {
    const alone = { ...dropped, foundIn: null, isPlanned: false };
    expect(see(alone)).toMatchObject({ reason: 'listed', whole: true, adopt: true });
    expect(see({ ...alone, foundIn: 9, isUnlisted: true }).reason).toBe('listed');
    expect(see({ ...dropped, isPlanned: false, foundIn: 9 }).reason).toBeNull();
    expect(see({ foundIn: null })).toMatchObject({ reason: null, adopt: true });
  });

  it('was dropped before such were looked at again: it is now', () => {
    expect(see({ ...dropped, vain: 0, isPlanned: false }).reason).toBe('listed');
  });

  it('has a fingerprint of an older make: the new one is noted, and nothing fetched', () => {
    expect(see({ entryHash: 'a'.repeat(32) })).toMatchObject({ reason: null, adopt: true });
  });

  it('is a feed, or in quarantine: others see to it', () => {
    const orphan = { foundIn: null, reason: 'dns', state: 'dropped' };
    expect(see({ ...orphan, kind: 'feed' })).toMatchObject({ reason: null, adopt: false });
    expect(see({ ...orphan, state: 'quarantined' })).toMatchObject({ reason: null, adopt: false });
  });
});
