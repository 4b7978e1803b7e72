import { describe, expect, it } from 'vitest';
import { accessOf } from './access-of.ts';
import { AccessError, changedAccess, namesOf } from './said.ts';
import { seal, unseal } from './seal.ts';

const KEY = 'a key of sixteen letters or more';
const NOTHING = { headers: {} };
const variables = { SOURCE_COOKIE: 'session=42', SOURCE_LOGIN: 'amina:word' };
const keys = { key: KEY, variables };
const address = { addressId: 7, foundIn: null };

function asked(said: Parameters<typeof changedAccess>[1], url: string, origin = 'https://a.ma') {
  const row = { feed: null, origins: [origin], said: changedAccess(NOTHING, said, KEY) };
  return accessOf([row], address, keys)?.(new URL(url));
}

describe('what a source is asked with', () => {
  it('names variables, is sealed, or is no secret', () => {
    const said = changedAccess(
      NOTHING,
      {
        headers: { Cookie: 'env:SOURCE_COOKIE', 'X-Key': 'hidden', 'User-Agent': 'Other/1' },
        basic: 'env:SOURCE_LOGIN:',
      },
      KEY,
    );
    expect(JSON.stringify(said)).not.toMatch(/hidden|session|amina/);
    expect(said.headers['user-agent']).toBe('plain:Other/1');
    expect(namesOf(said)).toEqual(['cookie', 'user-agent', 'x-key', 'login']);
  });

  it('opens for its own hosts, with and without www., and for their secure twins', () => {
    const said = { headers: { Cookie: 'a=env:SOURCE_COOKIE', 'X-Key': 'hidden' } };
    const headers = { cookie: 'a=session=42', 'x-key': 'hidden' };
    expect(asked(said, 'https://a.ma/1')).toEqual({ headers });
    expect(asked(said, 'https://www.a.ma/1')).toEqual({ headers });
    expect(asked(said, 'https://a.ma/1', 'http://a.ma')).toEqual({ headers });
    for (const stranger of [
      'http://a.ma/',
      'https://b.ma/',
      'https://x.a.ma/',
      'https://a.ma:8443/',
    ]) {
      expect(asked(said, stranger)).toBeNull();
    }
  });

  it('makes a login of user and password', () => {
    expect(asked({ basic: 'amina:a:b' }, 'https://a.ma/')).toEqual({
      headers: { authorization: `Basic ${Buffer.from('amina:a:b').toString('base64')}` },
    });
  });

  it('takes the feed’s own before its publisher’s', () => {
    const row = (feed: number | null, value: string) => ({
      feed,
      origins: ['https://a.ma'],
      said: changedAccess(NOTHING, { headers: { 'x-key': value } }, KEY),
    });
    const rows = [row(9, 'other feed'), row(null, 'all'), row(7, 'own')];
    const of = (it: typeof address | { addressId: number; foundIn: number }) =>
      accessOf(rows, it, keys)?.(new URL('https://a.ma/'))?.headers['x-key'];
    expect(of(address)).toBe('own');
    expect(of({ addressId: 1, foundIn: 7 })).toBe('own');
    expect(of({ addressId: 1, foundIn: null })).toBe('all');
  });

  it('says what is missing, and never what it holds', () => {
    const said = { headers: { Cookie: 'env:SOURCE_GONE' } };
    expect(() => asked(said, 'https://a.ma/')).toThrow(/SOURCE_GONE is not set/);
    const row = {
      feed: null,
      origins: ['https://a.ma'],
      said: changedAccess(NOTHING, { headers: { a: 'b' } }, KEY),
    };
    const other = accessOf([row], address, { ...keys, key: 'another key of sixteen' });
    expect(() => other?.(new URL('https://a.ma/'))).toThrow(AccessError);
  });

  it('is refused where it would open other doors, break a request, or lie in clear', () => {
    const refused = (said: Parameters<typeof changedAccess>[1], key: string | undefined = KEY) =>
      expect(() => changedAccess(NOTHING, said, key)).toThrow(AccessError);
    refused({ headers: { 'x-a': 'env:DATABASE_URL' } });
    refused({ headers: { Host: 'b.ma' } });
    refused({ headers: { 'bad name': 'x' } });
    refused({ headers: { 'x-a': 'a\r\nx-b: c' } });
    refused({ basic: 'nobody' });
    refused({ proxy: 'ftp://a.ma' });
    expect(() => changedAccess(NOTHING, { headers: { 'x-a': 'hidden' } }, undefined)).toThrow(
      /^(?!.*hidden).*NASHRA_SECRET_KEY/,
    );
  });

  it('keeps what is not named anew, and drops what is named empty', () => {
    const before = changedAccess(
      NOTHING,
      { headers: { a: 'env:SOURCE_A', b: 'env:SOURCE_B' } },
      KEY,
    );
    expect(
      namesOf(changedAccess(before, { headers: { A: '' }, proxy: 'http://p:1' }, KEY)),
    ).toEqual(['b', 'proxy']);
  });
});

it('seals for one purpose, under one key, and sees every bit that is changed', () => {
  const sealed = seal('السر', KEY, 'cookie');
  expect(unseal(sealed, KEY, 'cookie')).toBe('السر');
  expect(unseal(sealed, KEY, 'basic')).toBeNull();
  expect(unseal(sealed, `${KEY}!`, 'cookie')).toBeNull();
  const bytes = Buffer.from(sealed, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(unseal(bytes.toString('base64'), KEY, 'cookie')).toBeNull();
  expect(unseal('', KEY, 'cookie')).toBeNull();
});
