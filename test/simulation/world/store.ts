import { Wait } from './wait.ts';

type Key = string | number;
type Row = object;
type Table = Map<Key, Row>;

/** A commit that the disk may not have yet: what stood there before. */
interface Recent {
  readonly at: number;
  readonly before: readonly (readonly [table: string, key: Key, row: Row | undefined])[];
}

/** So long Postgres keeps back what nobody waited for: three rounds of its writer. */
const UNWRITTEN_MS = 600;

/**
 * Rows with transactions that see what others have committed (READ COMMITTED) and lock what they change, as Postgres does. Rows are never
 * changed in place. A crash takes back commits that did not wait for the disk, from some moment on.
 */
export class Store {
  readonly tables = new Map<string, Table>();
  readonly locks = new Map<string, Tx>();
  readonly open = new Set<Tx>();
  readonly #now: () => number;
  #recent: Recent[] = [];
  #counter = 0;
  commits = 0;
  /** One transaction at a time, for those who write down what happens. */
  isSerial = false;
  /** How often it crashed: what lived before is told that its connection is lost. */
  crashes = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  /** `nashra.next_id()`: time in the high bits, a counter that no rollback takes back in the low ones. */
  nextId(): number {
    return (Math.floor(this.#now()) - EPOCH_MS) * 4096 + (this.#counter++ % 4096);
  }

  /** Resolves when another transaction may begin. */
  async turn(): Promise<void> {
    while (this.isSerial && this.open.size > 0) {
      const [first] = this.open;
      await first?.ended;
    }
  }

  begin(): Tx {
    const tx = new Tx(this);
    this.open.add(tx);
    return tx;
  }

  table(name: string): Table {
    const known = this.tables.get(name);
    if (known) return known;
    const table: Table = new Map();
    this.tables.set(name, table);
    return table;
  }

  rows<R extends Row>(name: string): R[] {
    return [...this.table(name).values()] as R[];
  }

  /** Of a transaction alone. */
  apply(writes: ReadonlyMap<string, ReadonlyMap<Key, Row | null>>, durable: boolean): void {
    this.commits += 1;
    const before: [string, Key, Row | undefined][] = [];
    for (const [name, rows] of writes) {
      const table = this.table(name);
      for (const [key, row] of rows) {
        before.push([name, key, table.get(key)]);
        if (row === null) table.delete(key);
        else table.set(key, row);
      }
    }
    // A commit that waits for the disk takes all before it along.
    if (durable) this.#recent = [];
    else this.#recent.push({ at: this.#now(), before });
    const first = this.#recent[0];
    if (first && first.at < this.#now() - UNWRITTEN_MS) {
      this.#recent = this.#recent.filter(({ at }) => at >= this.#now() - UNWRITTEN_MS);
    }
  }

  /** Ends all connections and loses the last commits that nobody waited for, from `share` of them on. Gives how many are lost. */
  crash(share: number): number {
    this.crashes += 1;
    for (const tx of [...this.open]) tx.end();
    const young = this.#recent.filter(({ at }) => at >= this.#now() - UNWRITTEN_MS);
    const lost = young.slice(Math.floor(young.length * share));
    for (const { before } of lost.toReversed()) {
      for (const [name, key, row] of before) {
        if (row === undefined) this.table(name).delete(key);
        else this.table(name).set(key, row);
      }
    }
    this.#recent = [];
    return lost.length;
  }
}

const EPOCH_MS = Date.UTC(2020, 0, 1);

/** The smallest id of an instant (`nashra.id_at`). */
export const idAt = (ms: number): number => (Math.floor(ms) - EPOCH_MS) * 4096;

/** When an id was given (`nashra.instant_of`). */
export const instantOf = (id: number): number => Math.floor(id / 4096) + EPOCH_MS;

/** One transaction. What it writes only it sees until it commits. */
export class Tx {
  readonly store: Store;
  /** When it began: what `now()` gives all along. */
  readonly now: number;
  readonly crashes: number;
  durable = true;
  over = false;
  readonly #end = new Wait();
  readonly #writes = new Map<string, Map<Key, Row | null>>();
  readonly #held: string[] = [];
  readonly #waiters: Wait[] = [];
  #blocker: Tx | null = null;

  constructor(store: Store) {
    this.store = store;
    this.now = store.now();
    this.crashes = store.crashes;
  }

  get ended(): Promise<void> {
    return this.#end.over;
  }

  get<R extends Row>(table: string, key: Key): R | undefined {
    const own = this.#writes.get(table)?.get(key);
    if (own !== undefined) return (own ?? undefined) as R | undefined;
    return this.store.table(table).get(key) as R | undefined;
  }

  all<R extends Row>(table: string): R[] {
    const own = this.#writes.get(table);
    if (!own) return this.store.rows<R>(table);
    const rows: R[] = [];
    for (const [key, row] of this.store.table(table)) if (!own.has(key)) rows.push(row as R);
    for (const row of own.values()) if (row !== null) rows.push(row as R);
    return rows;
  }

  put(table: string, key: Key, row: Row | null): void {
    const own = this.#writes.get(table) ?? new Map<Key, Row | null>();
    this.#writes.set(table, own);
    own.set(key, row);
  }

  /** Waits until nobody else holds it; held until the end. Throws where waiting would go in a circle. */
  async lock(table: string, key: Key): Promise<void> {
    const name = `${table} ${key}`;
    for (;;) {
      const holder = this.store.locks.get(name);
      if (holder === undefined) break;
      if (holder === this) return;
      for (let at: Tx | null = holder; at; at = at.#blocker) if (at === this) throw deadlock();
      this.#blocker = holder;
      const wait = new Wait();
      holder.#waiters.push(wait);
      await wait.over;
      this.#blocker = null;
      if (this.over) throw lost();
    }
    this.store.locks.set(name, this);
    this.#held.push(name);
  }

  /** Takes it where nobody else holds it. */
  tryLock(table: string, key: Key): boolean {
    const name = `${table} ${key}`;
    const holder = this.store.locks.get(name);
    if (holder !== undefined) return holder === this;
    this.store.locks.set(name, this);
    this.#held.push(name);
    return true;
  }

  commit(): void {
    if (this.over) throw lost();
    if (this.#writes.size > 0) this.store.apply(this.#writes, this.durable);
    this.end();
  }

  /** Rolls back what is not committed. */
  end(): void {
    if (this.over) return;
    this.over = true;
    this.store.open.delete(this);
    this.#end.end();
    for (const name of this.#held) this.store.locks.delete(name);
    for (const wait of this.#waiters.splice(0)) wait.end();
    // One that waits for somebody is woken, to be told that it is over.
    if (this.#blocker) for (const wait of this.#blocker.#waiters) wait.end();
  }
}

export const lost = (): Error => new Error('Connection terminated unexpectedly');

const deadlock = (): Error =>
  Object.assign(new Error('deadlock detected'), { code: '40P01', severity: 'ERROR' });
