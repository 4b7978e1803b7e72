import { FetchError, type HttpAnswer } from '@nashra/http';
import { describe, expect, it, vi } from 'vitest';
import { handleFetch } from './handler.ts';
import type { FetchDeps, Target } from './ports.ts';

const target: Target = {
  addressId: 7,
  address: 'https://sahifa.example/1',
  host: 'sahifa.example',
  kind: 'article',
  lane: 0,
  etag: null,
  lastModified: null,
  waits: 0,
  vain: 0,
  articleId: null,
};
const context = { lastAttempt: false, signal: new AbortController().signal };

function answer(status: number, more: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    status,
    headers: {},
    body: Buffer.from('<html>'),
    finalAddress: target.address,
    hops: [],
    timings: { startedAt: new Date(0), headersMs: 1, totalMs: 2 },
    remoteAddress: null,
    ...more,
  };
}

function fakeDeps(overrides: Partial<FetchDeps> = {}) {
  return {
    policy: { maxWaits: 2, maxWaitMs: 60_000 },
    load: async () => target,
    requireRoom: () => {},
    get: async () => answer(200),
    store: vi.fn(async () => true),
    finish: vi.fn(async () => {}),
    sendAway: vi.fn(async () => {}),
    ...overrides,
  };
}

describe('handleFetch', () => {
  it('stores the bytes', async () => {
    const deps = fakeDeps();
    expect(await handleFetch({ addressId: 7 }, deps, context)).toBe('stored');
    expect(deps.store).toHaveBeenCalledExactlyOnceWith(target, answer(200));
  });

  it('asks nobody about an address that has moved on', async () => {
    const get = vi.fn();
    expect(
      await handleFetch({ addressId: 7 }, fakeDeps({ load: async () => null, get }), context),
    ).toBe('stale');
    expect(get).not.toHaveBeenCalled();
  });

  it('says that somebody else was quicker to store', async () => {
    const deps = fakeDeps({ store: vi.fn(async () => false) });
    expect(await handleFetch({ addressId: 7 }, deps, context)).toBe('stale');
    expect(deps.finish).not.toHaveBeenCalled();
  });

  it('ends the flight of a page that is gone, at once', async () => {
    const deps = fakeDeps({ get: async () => answer(410) });
    expect(await handleFetch({ addressId: 7 }, deps, context)).toBe('gone');
    expect(deps.finish).toHaveBeenCalledWith(
      target,
      expect.objectContaining({ state: 'dropped', reason: 'gone' }),
    );
  });

  it.each([
    ['article', 'known'],
    ['feed', 'read'],
  ] as const)('ends an unchanged %s as %s', async (kind, state) => {
    const deps = fakeDeps({
      load: async () => ({ ...target, kind, etag: '"1"' }),
      get: async () => answer(304),
    });
    await handleFetch({ addressId: 7 }, deps, context);
    expect(deps.finish).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ state, reason: 'not_modified' }),
    );
  });

  it('keeps the host’s other addresses away too when it asks to wait', async () => {
    const deps = fakeDeps({ get: async () => answer(429, { retryAfterMs: 9_000 }) });
    await expect(handleFetch({ addressId: 7 }, deps, context)).rejects.toMatchObject({
      retry: { afterMs: 9_000 },
    });
    expect(deps.sendAway).toHaveBeenCalledWith(target, 9_000, expect.anything());
  });

  it('tries again what may heal, and drops it with its reason after the last try', async () => {
    const get = async () => {
      throw new FetchError('TIMEOUT', 'too slow');
    };
    const deps = fakeDeps({ get });
    await expect(handleFetch({ addressId: 7 }, deps, context)).rejects.toThrow('too slow');
    expect(deps.finish).not.toHaveBeenCalled();
    expect(await handleFetch({ addressId: 7 }, deps, { ...context, lastAttempt: true })).toBe(
      'timeout',
    );
  });

  it('asks once a look where the last one came to nothing: a dead server is let be', async () => {
    const get = async () => answer(502);
    const load = async () => ({ ...target, vain: 1 });
    expect(await handleFetch({ addressId: 7 }, fakeDeps({ get, load }), context)).toBe('http_502');
    const known = async () => ({ ...target, vain: 1, articleId: 3 });
    const deps = fakeDeps({ get, load: known });
    await expect(handleFetch({ addressId: 7 }, deps, context)).rejects.toThrow('http_502');
  });

  it('hands the job back when the service stops', async () => {
    const stop = new AbortController();
    const get = async () => {
      stop.abort();
      throw new Error('aborted');
    };
    await expect(
      handleFetch({ addressId: 7 }, fakeDeps({ get }), { ...context, signal: stop.signal }),
    ).rejects.toMatchObject({ code: 'STOPPING' });
  });
});
