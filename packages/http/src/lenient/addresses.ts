import { errors } from 'undici';

/** Addresses whose servers are known to write HTTP by rules of their own. */
const MOST_ADDRESSES = 1_000;

/**
 * Which addresses answer in a way that the strict parser refuses and browsers read: a coding that is none beside a length, bare line
 * feeds, spaces in names, lines that are no fields, a length twice or beside chunks, «100 Continue» to who sends nothing. The first answer is an error as before; the next try, at its
 * polite time, is read by the other parser.
 */
export class LenientAddresses {
  readonly #known = new Set<string>();

  has(address: string): boolean {
    return this.#known.has(address);
  }

  note(address: string, error: unknown): void {
    if (!isRefusal(error instanceof Error ? error.cause : undefined)) return;
    const oldest = this.#known.values().next().value;
    if (this.#known.size >= MOST_ADDRESSES && oldest !== undefined) this.#known.delete(oldest);
    this.#known.add(address);
  }
}

/** The parser's word, or what undici makes of it where a length was announced. */
function isRefusal(cause: unknown): boolean {
  return (
    cause instanceof errors.HTTPParserError ||
    cause instanceof errors.ResponseContentLengthMismatchError ||
    (cause instanceof errors.SocketError && cause.message === 'bad response')
  );
}
