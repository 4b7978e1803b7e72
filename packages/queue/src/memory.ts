/** How full Redis is. */
export interface RedisMemory {
  readonly usedBytes: number;
  /** Its `maxmemory`; 0 for none. */
  readonly mostBytes: number;
}

const FRESH_MS = 1_000;

/** Asks Redis how full it is, once a second at the most. */
export function openMemory(redis: {
  info(section: string): Promise<string>;
}): () => Promise<RedisMemory> {
  let known: { readonly at: number; readonly memory: RedisMemory } | undefined;
  return async () => {
    if (known && Date.now() - known.at < FRESH_MS) return known.memory;
    const info = await redis.info('memory');
    const field = (name: string) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
    const memory = { usedBytes: field('used_memory'), mostBytes: field('maxmemory') };
    known = { at: Date.now(), memory };
    return memory;
  };
}
