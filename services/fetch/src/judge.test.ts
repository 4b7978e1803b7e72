import { FetchError } from '@nashra/http';
import { RobotsDeniedError, RobotsUnreachableError } from '@nashra/politeness';
import { describe, expect, it } from 'vitest';
import { type Judgement, judgeAnswer, judgeError } from './judge.ts';

const policy = { maxWaits: 2, maxWaitMs: 60_000 };

describe('judgeAnswer', () => {
  it.each<[number, Judgement]>([
    [200, { next: 'store' }],
    [304, { next: 'unchanged', reason: 'not_modified' }],
    [404, { next: 'drop', reason: 'not_found' }],
    [410, { next: 'drop', reason: 'gone' }],
    [403, { next: 'drop', reason: 'http_403' }],
    [500, { next: 'retry', reason: 'http_500' }],
    [503, { next: 'retry', reason: 'http_503' }],
    [408, { next: 'retry', reason: 'http_408' }],
  ])('%i means %o', (status, judgement) => {
    expect(judgeAnswer({ status }, 0, policy)).toEqual(judgement);
  });

  it('takes a success for the document where it is all of it, whatever it is called', () => {
    const judged = (status: number, range?: string) =>
      judgeAnswer({ status, headers: range ? { 'content-range': range } : {} }, 0, policy);
    for (const status of [201, 203, 226]) expect(judged(status)).toEqual({ next: 'store' });
    expect(judged(206, 'bytes 0-899/900')).toEqual({ next: 'store' });
    const part = { next: 'drop', reason: 'http_206' };
    for (const range of ['bytes 0-499/900', 'bytes 100-899/900', 'bytes 0-899/*', undefined]) {
      expect(judged(206, range)).toEqual(part);
    }
    expect(judged(202)).toEqual({ next: 'drop', reason: 'http_202' });
  });

  it('waits as long as the host asks', () => {
    const wait = (retryAfterMs: number) => judgeAnswer({ status: 429, retryAfterMs }, 0, policy);
    expect(wait(5_000)).toEqual({ next: 'wait', afterMs: 5_000 });
    expect(wait(0)).toEqual({ next: 'wait', afterMs: 1_000 });
  });

  it('keeps to a longer wait whole, in another flight', () => {
    const asked = (retryAfterMs: number) => judgeAnswer({ status: 429, retryAfterMs }, 0, policy);
    const day = 86_400_000;
    expect(asked(day)).toEqual({ next: 'drop', reason: 'rate_limited', waitMs: day });
    expect(asked(365 * day)).toMatchObject({ waitMs: 7 * day });
  });

  it('waits longer each time where the host does not say', () => {
    const long = { maxWaits: 9, maxWaitMs: 3_600_000 };
    const waits = [0, 1, 2].map((n) => judgeAnswer({ status: 429 }, n, long));
    expect(waits).toEqual([30_000, 60_000, 120_000].map((afterMs) => ({ next: 'wait', afterMs })));
  });

  it('ends the flight of an address that was sent away too often', () => {
    const answer = { status: 503, retryAfterMs: 1_000 };
    expect(judgeAnswer(answer, 2, policy)).toEqual({
      next: 'drop',
      reason: 'rate_limited',
      waitMs: 1_000,
    });
  });
});

describe('judgeError', () => {
  it.each<[Error, Judgement | undefined]>([
    [new FetchError('TOO_LARGE', ''), { next: 'drop', reason: 'too_large' }],
    [new FetchError('TOO_LARGE', '', { ofHead: true }), { next: 'drop', reason: 'head_too_large' }],
    [new FetchError('TIMEOUT', ''), { next: 'retry', reason: 'timeout' }],
    [new RobotsDeniedError(), { next: 'drop', reason: 'robots_denied' }],
    [new RobotsDeniedError('no', 5), { next: 'drop', reason: 'robots_denied', waitMs: 5 }],
    [
      new RobotsUnreachableError('a.example', 'HTTP_503', 7_000),
      { next: 'drop', reason: 'robots_unreachable', waitMs: 7_000 },
    ],
    [new RobotsUnreachableError('a.example', 'DNS'), { next: 'retry', reason: 'dns' }],
    [new Error('the database is down'), undefined],
  ])('%o means %o', (error, judgement) => {
    expect(judgeError(error)).toEqual(judgement);
  });
});

it('takes an anti-bot page for what it is, whatever its status, and keeps to what it asks for', () => {
  const asked = (status: number, retryAfterMs?: number) =>
    judgeAnswer(
      { status, challenge: 'cloudflare', ...(retryAfterMs ? { retryAfterMs } : {}) },
      0,
      policy,
    );
  expect(asked(200)).toEqual({ next: 'drop', reason: 'challenge' });
  expect(asked(503)).toEqual({ next: 'drop', reason: 'challenge' });
  expect(asked(429, 5_000)).toEqual({ next: 'drop', reason: 'challenge', waitMs: 5_000 });
});
