import { PipelineError, type Retry, WaitError } from '@nashra/errors';
import { silentLogger } from '@nashra/log';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues, openRedis, standsStill, startWorker } from '@nashra/queue';
import { type TestRedis, testRedis, waitFor } from '@nashra/testkit';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

class TestError extends PipelineError {
  readonly code = 'TEST';
  readonly retry: Retry;

  constructor(retry: Retry) {
    super('test');
    this.retry = retry;
  }
}

const payload = { addressId: 7 };
let redis: TestRedis;
let queues: PipelineQueues;
const onGiveUp = vi.fn(async () => {});

beforeEach(() => {
  onGiveUp.mockClear();
  redis = testRedis();
  queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
});
afterEach(async () => {
  await queues[Symbol.asyncDispose]();
  await redis.clear();
});

function work(handle: () => Promise<string>) {
  const options = { redisUrl: redis.url, prefix: redis.prefix, concurrency: 1, log: silentLogger };
  return startWorker(contracts.fetch, handle, { ...options, onGiveUp });
}

async function runWith(error: Error): Promise<void> {
  const handle = vi.fn(async () => {
    throw error;
  });
  await using _worker = work(handle);
  await queues.push('fetch', payload);
  await waitFor(() => handle.mock.calls.length === 1);
}

describe('startWorker', () => {
  it('gives up at the first attempt on what never heals', async () => {
    await runWith(new TestError('never'));
    expect((await queues.counts()).fetch).toMatchObject({ failed: 1, delayed: 0 });
    expect(onGiveUp).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ payload, code: 'TEST' }),
    );
  });

  it('waits as long as it is told, without spending an attempt', async () => {
    await runWith(new WaitError('BUSY', 60_000));
    const [job] = await queues.bull.fetch.getDelayed();
    expect(job?.attemptsMade).toBe(0);
    expect(onGiveUp).not.toHaveBeenCalled();
  });

  it('backs off after a fault and spends an attempt', async () => {
    await runWith(new TestError('backoff'));
    const [job] = await queues.bull.fetch.getDelayed();
    expect(job?.attemptsMade).toBe(1);
  });

  it('never shows a handler a payload that no contract describes', async () => {
    await queues.bull.fetch.add('fetch', { nonsense: true }, { attempts: 5 });
    const handle = vi.fn(async () => 'done');
    await using _worker = work(handle);
    await waitFor(() => onGiveUp.mock.calls.length === 1);
    expect(handle).not.toHaveBeenCalled();
    const said = { message: expect.stringMatching(/^job 1 of fetch, added by hand/) };
    expect(onGiveUp).toHaveBeenCalledWith(expect.objectContaining(said));
  });

  it('passes over a job whose record was evicted, and takes the next one', async () => {
    await queues.pushMany('fetch', [{ payload }, { payload: { addressId: 8 } }]);
    await using raw = openRedis(redis.url);
    await raw.redis.del(`{${redis.prefix}:fetch}:fetch:1`);
    const handle = vi.fn(async () => 'done');
    await using _worker = work(handle);
    await waitFor(async () => {
      const { waiting, active } = (await queues.counts(['fetch'])).fetch;
      return handle.mock.calls.length === 1 && waiting + active === 0;
    });
    expect(onGiveUp).not.toHaveBeenCalled();
  });

  it('convicts a job whose worker died four times while it ran alone, and none of its companions', async () => {
    await queues.pushMany('fetch', [{ payload }, { payload: { addressId: 8 } }]);
    await using raw = openRedis(redis.url);
    // As BullMQ leaves them: both were in dead workers' hands nine times, and one of them four times alone.
    for (const [id, deaths] of [
      ['1', 4],
      ['2', 3],
    ] as const) {
      const job = `{${redis.prefix}:fetch}:fetch:${id}`;
      await raw.redis.hset(job, { stc: 9, progress: JSON.stringify({ deaths }) });
    }
    const handle = vi.fn(async (_: unknown) => 'done');
    await using _worker = work(handle as never);
    await waitFor(() => handle.mock.calls.length + onGiveUp.mock.calls.length === 2);
    expect(onGiveUp).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ payload, code: 'STALLED' }),
    );
    expect(handle.mock.calls[0]?.[0]).toEqual({ addressId: 8 });
  });

  it('hands back what it holds when it is stopped', async () => {
    const handle = vi.fn(async (_: unknown, { signal }: { signal: AbortSignal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new WaitError('STOPPING', 0);
    });
    {
      await using _worker = work(handle as never);
      await queues.push('fetch', payload);
      await waitFor(() => handle.mock.calls.length === 1);
    }
    expect(await queues.live('fetch', ['7'])).toEqual(new Set(['7']));
    expect((await queues.counts()).fetch).toMatchObject({ active: 0, failed: 0 });
  });
});

describe('openQueues', () => {
  it('holds one job for one key, until it has ended', async () => {
    await queues.push('fetch', payload);
    await queues.pushMany('fetch', [{ payload }, { payload: { addressId: 8 } }]);
    expect((await queues.counts()).fetch.waiting).toBe(2);
    expect(await queues.live('fetch', ['7', '9'])).toEqual(new Set(['7']));
    await using _worker = work(async () => 'done');
    await waitFor(async () => (await queues.live('fetch', ['7', '8'])).size === 0);
  });

  it('takes a key for free whose job was lost', async () => {
    await queues.push('fetch', payload);
    const [job] = await queues.bull.fetch.getWaiting();
    await using raw = openRedis(redis.url);
    await raw.redis.del(`{${redis.prefix}:fetch}:fetch:${job?.id}`);
    expect(await queues.live('fetch', ['7'])).toEqual(new Set());
  });

  it('runs what is in the background last', async () => {
    const order: number[] = [];
    await queues.pushMany('fetch', [
      { payload: { addressId: 1 }, background: true },
      { payload: { addressId: 2 } },
    ]);
    await using _worker = startWorker(
      contracts.fetch,
      async (reference) => {
        order.push(...Object.values(reference));
        return 'done';
      },
      { redisUrl: redis.url, prefix: redis.prefix, concurrency: 1, log: silentLogger },
    );
    await waitFor(() => order.length === 2);
    expect(order).toEqual([2, 1]);
  });

  it('tells for how long jobs wait, when the last one left, and whether they may', async () => {
    const still = { paused: false, waitsMs: null, leftMs: null };
    expect(await queues.flow('fetch')).toEqual(still);
    await queues.pushMany('fetch', [{ payload, delayMs: 60_000 }]);
    expect(await queues.flow('fetch')).toEqual(still);
    await queues.pushMany('fetch', [{ payload: { addressId: 8 } }]);
    await queues.bull.fetch.pause();
    expect(await queues.flow('fetch')).toMatchObject({ paused: true, leftMs: null });
    expect((await queues.flow('fetch')).waitsMs).toBeGreaterThanOrEqual(0);
    await queues.bull.fetch.resume();
    await using _worker = work(async () => 'done');
    await waitFor(async () => (await queues.flow('fetch')).leftMs !== null);
    expect(await queues.flow('fetch')).toMatchObject({ paused: false, waitsMs: null });
  });

  it('counts a job as waiting although the clock of who added it goes ahead', async () => {
    await queues.bull.fetch.add('fetch', payload, { timestamp: Date.now() + 60_000 });
    expect((await queues.flow('fetch')).waitsMs).toBe(0);
  });

  it('counts a delayed job that nobody takes, when it is overdue, among those that wait', async () => {
    const timestamp = Date.now() - 90_000;
    await queues.bull.fetch.add('fetch', payload, { timestamp, delay: 10_000 });
    expect(standsStill(await queues.flow('fetch'))).toBe(true);
  });

  it('passes on what services say of their environment, until they take it back', async () => {
    const since = new Date(1_772_000_000_000);
    await queues.tellFault('fetch', { what: 'disk: no space left', since });
    expect(await queues.faults()).toEqual([{ who: 'fetch', what: 'disk: no space left', since }]);
    await queues.tellFault('fetch', null);
    expect(await queues.faults()).toEqual([]);
  });

  it('names who is heard no more, but for those who took leave', async () => {
    for (const who of ['fetch', 'parse', 'dedupe']) await queues.tellHere(who, true);
    expect(await queues.silent()).toEqual([]);
    await using raw = openRedis(redis.url);
    const since = Math.floor(Date.now() / 1_000) * 1_000 - 20_000;
    await raw.redis.hset(`{${redis.prefix}}:here`, { fetch: since, parse: since });
    await queues.tellHere('parse', false);
    expect(await queues.silent()).toEqual([{ who: 'fetch', since: new Date(since) }]);
  });

  it('sends what is asked in one turn of the loop as one write', async () => {
    await using connection = openRedis(redis.url);
    const client = connection.redis as Redis;
    await client.ping();
    const alone = vi.spyOn(client.stream, '_write');
    const together = vi.spyOn(client.stream, '_writev' as 'end');
    const asked = Array.from({ length: 20 }, (_, at) => client.echo(`${at}`));
    await Promise.resolve();
    asked.push(client.echo('20'));
    expect(await Promise.all(asked)).toEqual(asked.map((_, at) => `${at}`));
    expect([alone.mock.calls.length, together.mock.calls.length]).toEqual([0, 1]);
    expect(await client.echo('alone')).toBe('alone');
    expect(alone).toHaveBeenCalledOnce();
  });

  it('fails fast when nobody answers', async () => {
    await using lost = openQueues(contracts, { redisUrl: 'redis://127.0.0.1:1', prefix: 'x' });
    await expect(lost.push('fetch', payload)).rejects.toThrow();
  });
});

it('ends although Redis was never there', async () => {
  const options = { redisUrl: 'redis://127.0.0.1:1', prefix: 'x', concurrency: 1 };
  const worker = startWorker(contracts.fetch, async () => 'done', {
    ...options,
    log: silentLogger,
  });
  await worker[Symbol.asyncDispose]();
}, 60_000);
