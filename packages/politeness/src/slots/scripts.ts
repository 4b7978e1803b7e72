import { Script } from './script.ts';

// All keys of a host carry the same hash tag, so that they lie on one slot of a cluster.
// KEYS[1] hash: `next` (earliest start), `last` (newest start), `block` (penalty until), in milliseconds of the server's clock.
// KEYS[2] sorted set: token of a request that runs -> when its lease ends.
// KEYS[3] sorted set: token of a live request that waits -> how long it is believed to.
// ARGV[1]: the clock, for tests; the server's own when empty, since processes disagree.
// A key lives as long as its longest entry.
const prelude = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local function keep(key, ms)
  if redis.call('PTTL', key) < ms then redis.call('PEXPIRE', key, math.ceil(ms)) end
end
`;

/** ARGV: now, interval, concurrency, lane, hold, token, patience, longest interval, 1 for one on its way. Returns 0 when granted, else milliseconds to wait. */
export const acquireScript = new Script(`${prelude}
local interval, concurrency, lane = tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local hold, token, patience, rest = tonumber(ARGV[5]), ARGV[6], tonumber(ARGV[7]), tonumber(ARGV[8])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)

local wait = 0
local state = redis.call('HMGET', KEYS[1], 'next', 'block', 'last')
for place = 1, 2 do
  if state[place] then wait = math.max(wait, tonumber(state[place]) - now) end
end
-- Whoever was before may not have known yet how long this host wants to rest.
if state[3] then wait = math.max(wait, tonumber(state[3]) + interval - now) end
-- A lease of the same token is this very request, repeated after a crash or a lost reply.
local running = redis.call('ZCARD', KEYS[2])
if redis.call('ZSCORE', KEYS[2], token) then running = running - 1 end
if running >= concurrency then
  local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  wait = math.max(wait, math.min(tonumber(first[2]) - now, math.max(interval, 250)))
end
-- Live requests that wait go first, in their order; each of them takes an interval.
local ahead = redis.call('ZCARD', KEYS[3])
local place = redis.call('ZSCORE', KEYS[3], token)
if place then ahead = redis.call('ZCOUNT', KEYS[3], '-inf', '(' .. place) end
-- Who is on its way has asked this or another host already: what is given up now is asked for again from the beginning.
if ARGV[9] == '1' then ahead = 0 end
if wait > 0 or lane == 'backfill' then
  wait = wait + ahead * math.max(interval, lane == 'backfill' and 250 or 0)
end

if wait > 0 then
  wait = math.ceil(wait)
  if lane == 'live' then
    redis.call('ZADD', KEYS[3], now + wait + patience, token)
    keep(KEYS[3], wait + patience)
  end
  return wait
end
redis.call('ZREM', KEYS[3], token)
redis.call('ZADD', KEYS[2], now + hold, token)
keep(KEYS[2], hold)
if interval > 0 then
  redis.call('HSET', KEYS[1], 'next', now + interval, 'last', now)
  keep(KEYS[1], math.max(interval, rest))
end
return 0
`);

/** KEYS: the pace alone. ARGV: now, interval, longest interval. */
export const restampScript = new Script(`${prelude}
local known = tonumber(redis.call('HGET', KEYS[1], 'next') or '0')
redis.call('HSET', KEYS[1], 'next', math.max(known, now + tonumber(ARGV[2])), 'last', now)
keep(KEYS[1], tonumber(ARGV[3]))
return 0
`);

/** KEYS: the leases alone. ARGV: now, hold, token. A lease that has ended is not taken up again. */
export const renewScript = new Script(`${prelude}
local hold, token = tonumber(ARGV[2]), ARGV[3]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZADD', KEYS[1], 'XX', 'CH', now + hold, token) == 1 then keep(KEYS[1], hold) end
return 0
`);

/** ARGV: now, how long, longest. Blocks the host for so long; never shortens a block. Returns milliseconds it is blocked for. */
export const penalizeScript = new Script(`${prelude}
local untilMs = now + math.min(tonumber(ARGV[2]), tonumber(ARGV[3]))
local known = tonumber(redis.call('HGET', KEYS[1], 'block') or '0')
untilMs = math.max(untilMs, known)
if untilMs <= now then return 0 end
redis.call('HSET', KEYS[1], 'block', untilMs)
keep(KEYS[1], untilMs - now)
return math.ceil(untilMs - now)
`);
