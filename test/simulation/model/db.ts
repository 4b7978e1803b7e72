import type { Db, Queryable } from '@nashra/db';
import { lostPostgres, type Process } from '../world/process.ts';
import { lost, type Tx } from '../world/store.ts';

/** What a process has in the place of its pool of connections. */
class ModelDb {
  readonly process: Process;
  readonly isTransaction = false;

  constructor(process: Process) {
    this.process = process;
  }

  transaction() {
    return {
      execute: async <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
        const { process } = this;
        const { store, troubles } = process.world;
        await process.reach('begin', troubles.dbLost / 4, lostPostgres);
        await store.turn();
        const tx = begin(process);
        try {
          const result = await work(new ModelTx(process, tx) as unknown as Queryable);
          await process.reach('commit', troubles.dbLost, lostPostgres);
          if (tx.crashes !== store.crashes) throw lost();
          tx.commit();
          process.world.recorder?.commit(tx, tx.now);
          process.world.note(process.name, 'commits', tx.durable ? '' : 'for now');
          await process.moment(0.1, 1);
          process.answer('commit', troubles.commitDoubt, lostPostgres);
          return result;
        } finally {
          tx.end();
        }
      },
    };
  }

  async destroy(): Promise<void> {}
  async [Symbol.asyncDispose](): Promise<void> {}
}

function begin(process: Process): Tx {
  const tx = process.world.store.begin();
  const end = () => tx.end();
  process.onDeath.add(end);
  const { end: own } = tx;
  tx.end = () => {
    process.onDeath.delete(end);
    own.call(tx);
  };
  return tx;
}

/** What a transaction's work is given. */
class ModelTx {
  readonly process: Process;
  readonly tx: Tx;
  readonly isTransaction = true;

  constructor(process: Process, tx: Tx) {
    this.process = process;
    this.tx = tx;
  }

  /** Of raw statements only this one is said outside of owners. */
  getExecutor() {
    const { tx } = this;
    return {
      withPlugins: () => this.getExecutor(),
      transformQuery: (node: unknown) => node,
      compileQuery: (node: unknown) => node,
      async executeQuery(node: { readonly sqlFragments?: readonly string[] }) {
        const text = (node.sqlFragments ?? []).join('?');
        if (text !== 'set local synchronous_commit = off') throw new Error(`no model of: ${text}`);
        tx.durable = false;
        return { rows: [] };
      },
    };
  }
}

export const openModelDb = (process: Process): Db => new ModelDb(process) as unknown as Db;

/**
 * A verb on rows: takes its moment, may meet trouble, and runs in the transaction it is given or in one of its own.
 */
export function verb<Args extends readonly unknown[], Result>(
  name: string,
  body: (tx: Tx, ...args: Args) => Result | Promise<Result>,
): (db: Queryable, ...args: Args) => Promise<Result> {
  return async (db, ...args) => {
    const asked = db as unknown as ModelDb | ModelTx;
    const { process } = asked;
    const { store, troubles } = process.world;
    await process
      .reach(name, troubles.dbLost, lostPostgres, troubles.dbSlow)
      .catch((error: unknown) => {
        if (asked instanceof ModelTx) asked.tx.end();
        throw error;
      });
    if (asked instanceof ModelTx) {
      if (asked.tx.over || asked.tx.crashes !== store.crashes) throw lost();
      const at = store.now();
      const result = await body(asked.tx, ...args);
      process.world.note(process.name, name, args[0]);
      process.world.recorder?.call(asked.tx, { verb: name, at, args, result });
      return result;
    }
    await store.turn();
    const tx = begin(process);
    try {
      const result = await body(tx, ...args);
      tx.commit();
      process.world.recorder?.call(tx, { verb: name, at: tx.now, args, result });
      process.world.recorder?.commit(tx, tx.now);
      process.world.note(process.name, name, args[0]);
      process.answer(name, troubles.commitDoubt, lostPostgres);
      return result;
    } finally {
      tx.end();
    }
  };
}
