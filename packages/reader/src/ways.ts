/** What an address says of the way to the database, beside what the driver reads. */
export interface Ways {
  /** Of each server that may be there, as the driver reads it. */
  readonly servers: readonly [string, ...string[]];
  /** Sessions last a transaction: nothing said at their start holds, and nobody can listen. */
  readonly isPooled: boolean;
}

/** Reads `nodes=host:port,…` and `pooler=transaction` behind the question mark, as the services do (docs/operating.md). @throws TypeError */
export function waysTo(address: string): Ways {
  const url = URL.parse(address);
  // Never what it holds: a password may be in it.
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new TypeError(
      'The address of the database is written postgres://user:password@host/name',
    );
  const { searchParams } = url;
  const isPooled = searchParams.get('pooler') === 'transaction';
  const nodes = (searchParams.get('nodes') ?? '').split(',').filter(Boolean);
  if (!isPooled && nodes.length === 0) return { servers: [address], isPooled };
  for (const name of ['nodes', 'pooler', 'prepare']) searchParams.delete(name);
  const further = nodes.map((node) => {
    const { hostname, port } = new URL(`postgres://${node}`);
    return Object.assign(new URL(url), { hostname, port }).href;
  });
  return { servers: [url.href, ...further], isPooled };
}
