import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned } from './signature.ts';
import { LEASE_SECONDS, verdictOn } from './verification.ts';

const SECRET = 's'.repeat(40);
const body = Buffer.from('<feed/>');
const signed = (method: string, secret = SECRET) =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

describe('a signature', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('by %s is taken', (method) => {
    expect(isSigned(signed(method), body, SECRET)).toBe(true);
    expect(isSigned(signed(method).toUpperCase().replace(/^SHA/, 'sha'), body, SECRET)).toBe(true);
  });

  it('301, 302: that is wrong, missing, cut or of another kind is none', () => {
    for (const field of [
      undefined,
      '',
      'sha256=',
      signed('sha256', 'another'),
      signed('sha256').slice(0, -2),
      signed('md5'),
      signed('sha256').replace('sha256', 'sha1'),
      'sha256=zz',
    ]) {
      expect(isSigned(field, body, SECRET)).toBe(false);
    }
  });
});

describe('a verification', () => {
  const topic = 'https://a.example/feed';
  const lease = (state: 'asking' | 'active' | 'denied' | 'leaving') => ({ topic, state });
  const asked = { mode: 'subscribe', topic, challenge: 'c', leaseSeconds: '300' };

  it('confirms what was asked for, for as long as the hub says, within reason', () => {
    expect(verdictOn(lease('asking'), asked)).toEqual({
      is: 'lease',
      challenge: 'c',
      seconds: 300,
    });
    const of = (leaseSeconds: string | null) =>
      verdictOn(lease('active'), { ...asked, leaseSeconds });
    expect(of(null)).toMatchObject({ seconds: LEASE_SECONDS });
    expect(of('rubbish')).toMatchObject({ seconds: LEASE_SECONDS });
    expect(of('1')).toMatchObject({ seconds: 60 });
    expect(of('1e30')).toMatchObject({ seconds: 90 * 86_400 });
  });

  it('205: rejects another topic, and whatever nobody asked for', () => {
    const unknown = { is: 'unknown' };
    expect(verdictOn(lease('asking'), { ...asked, topic: `${topic}?x` })).toEqual(unknown);
    expect(verdictOn(null, asked)).toEqual(unknown);
    expect(verdictOn(lease('leaving'), asked)).toEqual(unknown);
    expect(verdictOn(lease('denied'), asked)).toEqual(unknown);
    expect(verdictOn(lease('active'), { ...asked, mode: 'unsubscribe' })).toEqual(unknown);
    expect(verdictOn(lease('active'), { ...asked, mode: null })).toEqual(unknown);
    expect(verdictOn(lease('active'), { ...asked, challenge: null })).toEqual(unknown);
    expect(verdictOn(lease('active'), { ...asked, challenge: 'x'.repeat(9_999) })).toEqual(unknown);
  });

  it('confirms an end that was asked for, and hears a refusal', () => {
    expect(verdictOn(lease('leaving'), { ...asked, mode: 'unsubscribe' })).toMatchObject({
      is: 'left',
    });
    expect(verdictOn(lease('asking'), { ...asked, mode: 'denied', challenge: null })).toEqual({
      is: 'denied',
    });
  });
});
