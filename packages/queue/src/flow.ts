import type { Client } from './connection.ts';

/** Whether a queue moves, at one instant. */
export interface Flow {
  readonly paused: boolean;
  /** Milliseconds for which the oldest job that could run waits; null where none does. */
  readonly waitsMs: number | null;
  /** Milliseconds since a job last left for good, done or given up; null where none is remembered. */
  readonly leftMs: number | null;
}

/**
 * KEYS[1] is the queue's base key. The oldest job stands at the right end of a list, at the left of a set; of a delayed
 * one the score is its time in 4096ths of a millisecond, and what is overdue waits like any other.
 */
const FLOW = `
local base = KEYS[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local since = nil
local function waits(at)
  if at and at <= now and (not since or at < since) then since = at end
end
local function added(id)
  if not id then return end
  local job = redis.call('HMGET', base .. ':' .. id, 'timestamp', 'delay', 'processedOn')
  if not job[1] then return end
  -- It waits, whatever the clock of who added it said: by that one it may come a moment after now.
  waits(math.min(math.max(tonumber(job[1]) + (tonumber(job[2]) or 0), tonumber(job[3]) or 0), now))
end
for _, name in ipairs({'wait', 'paused'}) do
  if redis.call('TYPE', base .. ':' .. name).ok == 'list' then
    added(redis.call('LINDEX', base .. ':' .. name, -1))
  end
end
added(redis.call('ZRANGE', base .. ':prioritized', 0, 0)[1])
local due = redis.call('ZRANGE', base .. ':delayed', 0, 0, 'WITHSCORES')[2]
waits(due and math.floor(due / 4096))
local left = nil
for _, name in ipairs({'completed', 'failed'}) do
  local at = tonumber(redis.call('ZREVRANGE', base .. ':' .. name, 0, 0, 'WITHSCORES')[2])
  if at and (not left or at > left) then left = at end
end
local paused = redis.call('HEXISTS', base .. ':meta', 'paused')
return {paused, since and now - since or -1, left and math.max(0, now - left) or -1}`;

export async function readFlow(redis: Client, base: string): Promise<Flow> {
  const found = (await redis.eval(FLOW, 1, base)) as [number, number, number];
  const [paused, waitsMs, leftMs] = found;
  return { paused: paused === 1, waitsMs: orNull(waitsMs), leftMs: orNull(leftMs) };
}

const orNull = (ms: number): number | null => (ms < 0 ? null : ms);

/** Jobs wait and none has left for so long: that is no backlog, that is standing still. */
export const STANDSTILL_MS = 60_000;

export function standsStill({ waitsMs, leftMs }: Flow): boolean {
  return waitsMs !== null && Math.min(waitsMs, leftMs ?? waitsMs) >= STANDSTILL_MS;
}
