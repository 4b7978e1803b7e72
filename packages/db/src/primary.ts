import type pg from 'pg';

/** Which of the servers is asked: the one that was the primary last. */
export interface Primary {
  /** Its address. */
  readonly url: string;
  /** So many are tried before it is said that none is there. */
  readonly servers: number;
  /** Turns to the next one, if nobody has turned meanwhile. */
  leave(url: string): void;
}

export function createPrimary(servers: readonly [string, ...string[]]): Primary {
  let at = 0;
  const current = () => servers[at] ?? servers[0];
  return {
    get url() {
      return current();
    },
    servers: servers.length,
    leave(url) {
      if (current() === url) at = (at + 1) % servers.length;
    },
  };
}

/** SQLSTATE of who may not write: a standby, or an old primary that was fenced off. */
export const READ_ONLY = '25006';

/**
 * Goes before whatever is asked of a new connection where several servers may be the primary.
 *
 * @throws Error as Postgres itself refuses a write, so that it is known for what it is
 */
export async function demandPrimary(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ is_standby: boolean }>(
    `select pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as is_standby`,
  );
  if (!rows[0]?.is_standby) return;
  const refused = new Error('this server is not the primary');
  throw Object.assign(refused, { code: READ_ONLY, severity: 'ERROR' });
}
