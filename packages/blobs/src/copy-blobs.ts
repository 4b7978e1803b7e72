import { BlobCorruptError } from './errors.ts';
import type { BlobStore } from './store.ts';

export interface Copied {
  readonly copied: number;
  /** There already. */
  readonly known: number;
  /** Not what was stored under their keys: left where they are. */
  readonly corrupt: number;
}

export interface CopyOptions {
  readonly signal?: AbortSignal;
  /** Told after every page of `rows`. */
  readonly onPage?: (sofar: Copied) => void;
  readonly rows?: number;
  /** At the same time. */
  readonly hands?: number;
}

/** Copies all that one store has and another has not, in key order; begun again it goes on. Each is proven by its key. */
export async function copyBlobs(
  from: BlobStore,
  to: BlobStore,
  { signal, onPage, rows = 1_000, hands = 8 }: CopyOptions = {},
): Promise<Copied> {
  let sum: Copied = { copied: 0, known: 0, corrupt: 0 };
  for (let after: string | undefined; !signal?.aborted; ) {
    const page = await from.list(after, rows);
    const left = page.values();
    const work = Array.from({ length: hands }, async () => {
      for (const { sha256 } of left) {
        if (signal?.aborted) return;
        const what = await copyOne(from, to, sha256);
        if (what) sum = { ...sum, [what]: sum[what] + 1 };
      }
    });
    await Promise.all(work);
    onPage?.(sum);
    if (page.length < rows) break;
    after = page.at(-1)?.sha256;
  }
  return sum;
}

async function copyOne(
  from: BlobStore,
  to: BlobStore,
  sha256: string,
): Promise<keyof Copied | null> {
  if (await to.has(sha256)) return 'known';
  try {
    const bytes = await from.get(sha256);
    // Swept meanwhile.
    if (bytes === null) return null;
    // The head first: who finds the body there looks no further.
    const head = await from.headBeside(sha256);
    if (head) await to.keepHead(sha256, head);
    await to.put(bytes);
    return 'copied';
  } catch (error) {
    if (error instanceof BlobCorruptError) return 'corrupt';
    throw error;
  }
}
