import { createHash, randomBytes } from 'node:crypto';

/** Whom a Redis of ours lets in beside its administrator: the patterns of their keys, by name. */
export type RedisUsers = Readonly<Record<string, readonly string[]>>;

/** Jobs, slots and robots.txt need these, and nothing that touches the server or lists its keys. */
const COMMANDS = ['+@all -@admin -@dangerous -@pubsub', '+info +client|list'].join(' ');

export interface RedisLogins {
  /** For redis.conf: with hashes in the place of passwords. */
  readonly lines: readonly string[];
  /** Of each user, made up just now. */
  readonly passwords: Readonly<Record<string, string>>;
}

export function makeRedisLogins(users: RedisUsers): RedisLogins {
  const made = Object.entries(users).map(([name, keys]) => {
    const password = randomBytes(18).toString('base64url');
    return { name, password, line: redisUserLine(name, password, keys) };
  });
  return {
    lines: made.map(({ line }) => line),
    passwords: Object.fromEntries(made.map(({ name, password }) => [name, password])),
  };
}

/** A line of redis.conf or of an `aclfile`; without keys of an administrator, who may do all. */
export function redisUserLine(
  name: string,
  password: string,
  keys: readonly string[] | null,
): string {
  const hash = createHash('sha256').update(password).digest('hex');
  const rights =
    keys === null
      ? '~* &* +@all'
      : `${keys.map((key) => `~${key}`).join(' ')} resetchannels ${COMMANDS}`;
  return `user ${name} on #${hash} ${rights}`;
}
