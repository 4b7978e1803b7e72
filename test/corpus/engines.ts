import { openDb } from '@nashra/db';
import { ENGINES, startEngine, waitFor } from '@nashra/testkit';
import { countRows } from './balance.ts';

export interface Engines extends AsyncDisposable {
  /** What services are given beside the usual. */
  readonly env: Readonly<Record<string, string>>;
  readonly replicas: readonly string[];
}

/** Starts the engines of these names, and ends them together. @throws RangeError for a name that none has */
export async function startEngines(
  names: readonly string[],
  beside: Parameters<typeof startEngine>[1],
): Promise<Engines> {
  await using open = new AsyncDisposableStack();
  let env = {};
  const replicas: string[] = [];
  for (const asked of names) {
    const name = ENGINES.find((it) => it === asked);
    if (!name) throw new RangeError(`no engine ${asked}; there are ${ENGINES.join(', ')}`);
    const engine = open.use(await startEngine(name, beside, { keepsNames: false }));
    env = { ...env, ...engine.env };
    if (engine.replicaUrl) replicas.push(engine.replicaUrl);
  }
  const held = open.move();
  return { env, replicas, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** Waits for a replica to have as many rows of everything as the primary. */
export async function expectSame(url: string, counts: Awaited<ReturnType<typeof countRows>>) {
  await using db = openDb(url, { poolSize: 1, statementTimeoutMs: 60_000 });
  const wanted = JSON.stringify(counts);
  const isSame = async () => JSON.stringify(await countRows(db)) === wanted;
  await waitFor(isSame, { what: 'the replica to have all rows', timeoutMs: 60_000 });
  console.log('the replica has the same rows');
}
