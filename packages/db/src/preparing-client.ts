import type { Socket } from 'node:net';
import pg from 'pg';
import { READ_ONLY } from './primary.ts';

/** Statements that a process prepares at the most; each costs every connection some memory of the server's. */
const MOST_NAMES = 200;
/** Uses after which a statement is worth a name: what is asked once or twice is not. */
const USES = 3;
/** Several statements in one text cannot be prepared: migrations that a process does for a third time have such. */
const SEVERAL = /;\s*\S/;
/** Texts remembered on their way to a name. */
const MOST_TEXTS = 2_000;

const names = new Map<string, string>();
const uses = new Map<string, number>();

/**
 * The name under which a statement is prepared, or none for one that is rare so far. Planning costs more than most of
 * our statements do; a named one is planned some times for its values and then, where that is no dearer, once for all.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < USES) {
    if (uses.size >= MOST_TEXTS) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = `nashra_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** What an error that comes of waiting too long says, pg's own too; others know it by that. */
export const UNANSWERED = 'Query read timeout';

/**
 * A connection that prepares what is asked again and again, and that is given up when the server owes an answer for
 * longer than any statement may take: on a half-open connection every later statement would wait as long.
 */
export class PreparingClient extends pg.Client {
  readonly #mayPrepare: boolean;
  readonly #answerMs: number;
  /** Whether its server does not write: who connects anew may find the one that took its place. */
  isReadOnly = false;

  /** @param answerMs how long the server may owe an answer; 0 for as long as it likes */
  constructor(config?: string | pg.ClientConfig, mayPrepare = true, answerMs = 0) {
    super(config);
    this.#mayPrepare = mayPrepare;
    this.#answerMs = answerMs;
    // While it is idle in a transaction nobody else listens; the next statement fails, and the pool throws it away.
    this.on('error', () => {});
  }

  // biome-ignore lint/suspicious/noExplicitAny: takes whatever pg's own overloads take, and passes it on.
  override query(config: any, values?: any, ...more: any[]): any {
    if (typeof config !== 'string' || !Array.isArray(values) || more.length > 0) {
      return super.query(config, values, ...(more as []));
    }
    const isRare = !this.#mayPrepare || (values.length === 0 && SEVERAL.test(config));
    const name = isRare ? undefined : nameOf(config);
    return this.#ask(
      name === undefined ? { text: config, values } : { name, text: config, values },
    );
  }

  /**
   * Promise and patience are ours, and pg gets a callback: it makes both by giving functions to properties of the query, and V8
   * takes such functions for long-lived ones. They lie in old space at once, and what was asked and answered with them until
   * the whole heap is collected.
   */
  #ask(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const asked = new Promise<pg.QueryResult>((resolve, reject) => {
      const late =
        this.#answerMs > 0
          ? setTimeout(() => give(new Error(UNANSWERED)), this.#answerMs)
          : undefined;
      const give = (error: Error | null, result?: pg.QueryResult) => {
        clearTimeout(late);
        if (error) reject(error);
        else resolve(result as pg.QueryResult);
      };
      super.query(query, give);
    });
    return asked.catch((error: Error & { code?: string }) => {
      if (error.code === READ_ONLY) this.isReadOnly = true;
      if (error.message === UNANSWERED) this.#giveUp();
      // It leads to the socket; who asked is of more use.
      Error.captureStackTrace(error);
      throw error;
    });
  }

  /** Others of its pool are told, since what died was hardly one connection. */
  #giveUp(): void {
    this.hangUp();
    this.emit('dead');
  }

  /** Without a word to the server, who may not hear it. */
  hangUp(): void {
    this.#socket.destroy();
  }

  /** Grows with every word of the server's. */
  get bytesHeard(): number {
    return this.#socket.bytesRead;
  }

  get #socket(): Socket {
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}
