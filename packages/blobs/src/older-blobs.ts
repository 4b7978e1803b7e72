import type { BlobEntry, BlobStore } from './store.ts';

/**
 * A store that is moving: all that is new goes to `store`, what is not there yet is read from `older`. What is deleted is
 * deleted in both.
 */
export function withOlder(store: BlobStore, older: BlobStore): BlobStore {
  return {
    requireRoom: () => store.requireRoom(),
    put: (bytes) => store.put(bytes),
    get: async (sha256) => (await store.get(sha256)) ?? (await older.get(sha256)),
    has: async (sha256) => (await store.has(sha256)) || (await older.has(sha256)),
    headBeside: async (sha256) =>
      (await store.headBeside(sha256)) ?? (await older.headBeside(sha256)),
    keepHead: (sha256, head) => store.keepHead(sha256, head),
    async list(after, limit) {
      const [here, there] = await Promise.all([store.list(after, limit), older.list(after, limit)]);
      return merged(here, there).slice(0, limit);
    },
    async delete(sha256) {
      // The older first: if the second fails the blob is still listed, and deleted the next time.
      await older.delete(sha256);
      await store.delete(sha256);
    },
  };
}

/** Both lists in key order; what is in both is as young as its younger one. */
function merged(here: readonly BlobEntry[], there: readonly BlobEntry[]): BlobEntry[] {
  const byKey = new Map<string, BlobEntry>();
  for (const entry of [...here, ...there]) {
    const known = byKey.get(entry.sha256);
    if (!known || known.putAt < entry.putAt) byKey.set(entry.sha256, entry);
  }
  return [...byKey.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
