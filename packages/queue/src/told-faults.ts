import type { Client } from './connection.ts';

/** What a process says of the environment it works in, for all to read. */
export interface ToldFault {
  /** The process's service. */
  readonly who: string;
  /** As `disk: no space left`. */
  readonly what: string;
  readonly since: Date;
}

/** Who has not said it again for so long has died, or is well. */
const BELIEVED_MS = 20_000;
/** Of processes of one service the last one speaks, so there are no more than services. */
const MOST = 50;

const now = async (redis: Client): Promise<number> => Number((await redis.time())[0]) * 1_000;

/** Says a fault, or that there is none. */
export async function tellFault(
  redis: Client,
  key: string,
  who: string,
  fault: { readonly what: string; readonly since: Date } | null,
): Promise<void> {
  if (!fault) return void (await redis.hdel(key, who));
  const said = { what: fault.what, since: fault.since.getTime(), at: await now(redis) };
  await redis.multi().hset(key, who, JSON.stringify(said)).pexpire(key, 60_000).exec();
}

/** Who has not been heard for so long is stopped, cut off or dead. */
const HEARD_MS = 10_000;
/** After so long nobody expects it any more. */
const EXPECTED_MS = 24 * 3_600_000;

/** Who was heard for the last time, and when. */
export interface Silent {
  readonly who: string;
  readonly since: Date;
}

/** Says that a service is there, or takes leave. */
export async function tellHere(
  redis: Client,
  key: string,
  who: string,
  at: number | null,
): Promise<void> {
  if (at === null) return void (await redis.hdel(key, who));
  await redis.hset(key, who, String(at));
}

/** Services that neither say that they are there nor have taken leave. */
export async function silentOnes(redis: Client, key: string): Promise<Silent[]> {
  const [heard, time] = await Promise.all([redis.hgetall(key), now(redis)]);
  return Object.entries(heard).flatMap(([who, at]) => {
    const silentMs = time - Number(at);
    return silentMs > HEARD_MS && silentMs < EXPECTED_MS
      ? [{ who, since: new Date(Number(at)) }]
      : [];
  });
}

export async function toldFaults(redis: Client, key: string): Promise<ToldFault[]> {
  const [said, time] = await Promise.all([redis.hgetall(key), now(redis)]);
  return Object.entries(said)
    .slice(0, MOST)
    .flatMap(([who, text]) => {
      const { what, since, at } = JSON.parse(text) as { what: string; since: number; at: number };
      return time - at > BELIEVED_MS ? [] : [{ who, what, since: new Date(since) }];
    });
}
