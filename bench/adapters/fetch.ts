import { isIP } from 'node:net';
import { createFetcher, FetchError, type Resolver } from '@nashra/http';

interface Options {
  /** Stands for the resolver; hosts that need none (IPs, `localhost`) are not asked for. */
  lookup: (host: string) => string[] | Promise<string[]>;
  allowPrivate?: boolean | string[];
  totalMs?: number;
  maxBytes?: number;
  ca?: string | string[];
}

interface Outcome {
  /** `ok` for every whole answer, or the reason code why there was none. */
  outcome: string;
  status?: number;
  bytes?: Uint8Array;
}

/** One address through the guarded fetcher, over real sockets; the scorers' form. */
export default async function fetch(address: string, options: Options): Promise<Outcome> {
  const { lookup, allowPrivate, totalMs, maxBytes, ca } = options;
  await using fetcher = createFetcher({
    userAgent: 'Nashra/1.0',
    resolve: resolverOver(lookup),
    limits: {
      ...(totalMs !== undefined && { totalMs }),
      ...(maxBytes !== undefined && { maxBytes }),
    },
    ...(allowPrivate !== undefined && { allowPrivate }),
    ...(ca !== undefined && { ca }),
  });
  try {
    const { status, body } = await fetcher.get(address);
    return { outcome: 'ok', status, bytes: body };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { outcome: error.code.toLowerCase() };
  }
}

function resolverOver(lookup: Options['lookup']): Resolver {
  return (host, port) =>
    isIP(host) !== 0 || /(^|\.)localhost$/.test(host) ? undefined : targets(lookup, host, port);
}

async function targets(lookup: Options['lookup'], host: string, port: number) {
  try {
    return (await lookup(host)).map((ip) => ({ ip, port }));
  } catch (cause) {
    throw new FetchError('DNS', `${host} does not resolve`, { cause });
  }
}
