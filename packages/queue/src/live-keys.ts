import type { Client } from './connection.ts';

/**
 * Looks at all of a queue at one instant. A job is alive when it stands in a list from which it will run (wait, active,
 * delayed, prioritized) and its data is there; that its record exists proves nothing, since an eviction or a lost list
 * leaves records behind. Keys of jobs that are not alive are freed, or they would swallow every later push.
 * KEYS[1] is the queue's base key, ARGV[1] the field of a payload that lists several keys or nothing, the others are
 * keys; returns those that are held by a live job.
 */
const LIVE = `
local base, list = KEYS[1], ARGV[1]
local listed, held = {}, {}
for _, name in ipairs({'wait', 'active', 'paused'}) do
  if redis.call('TYPE', base .. ':' .. name).ok == 'list' then
    for _, id in ipairs(redis.call('LRANGE', base .. ':' .. name, 0, -1)) do listed[id] = true end
  end
end
if list ~= '' then
  for _, name in ipairs({'delayed', 'prioritized'}) do
    for _, id in ipairs(redis.call('ZRANGE', base .. ':' .. name, 0, -1)) do listed[id] = true end
  end
  for id in pairs(listed) do
    local data = redis.call('HGET', base .. ':' .. id, 'data')
    if data and string.find(data, '"' .. list .. '"', 1, true) then
      for _, key in ipairs(cjson.decode(data)[list]) do
        held[type(key) == 'number' and string.format('%.0f', key) or key] = true
      end
    end
  end
end
local live = {}
for at = 2, #ARGV do
  local key = ARGV[at]
  local lock = base .. ':de:' .. key
  local id = redis.call('GET', lock)
  if id then
    local there = listed[id]
      or redis.call('ZSCORE', base .. ':delayed', id)
      or redis.call('ZSCORE', base .. ':prioritized', id)
    if there and redis.call('HEXISTS', base .. ':' .. id, 'data') == 1 then
      held[key] = true
    else
      redis.call('DEL', lock)
    end
  end
  if held[key] then live[#live + 1] = key end
end
return live`;

/** Of these keys, those that are held by a job that still has to run. */
export async function liveKeys(
  redis: Client,
  base: string,
  keys: readonly string[],
  list = '',
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  return new Set((await redis.eval(LIVE, 1, base, list, ...keys)) as string[]);
}
