/** Stands for «every text»: a text is looked up under it beside its own lexemes. */
export const ANY = '';

/** How frequent a lexeme is among texts, from 0 to 1; 0 for all that is not frequent. */
export type Frequency = (lexeme: string) => number;

/**
 * Lexemes of which every text that fits the query has at least one, as few and as rare as can be had; `[ANY]` where a text
 * without any of them may fit. So a text need be held only against queries that its own lexemes lead to.
 *
 * @param query a tsquery as Postgres writes it
 * @throws SyntaxError for what is none
 */
export function anchorsOf(query: string, frequency: Frequency = () => 0): string[] {
  const reader = new TokenReader(query);
  const anchors = either(reader, frequency);
  reader.end();
  return anchors === null ? [ANY] : [...new Set(anchors)];
}

/** Null: nothing can be said. */
type Anchors = readonly string[] | null;

function either(reader: TokenReader, frequency: Frequency): Anchors {
  let all = both(reader, frequency);
  while (reader.take('|')) {
    const next = both(reader, frequency);
    all = all === null || next === null ? null : [...all, ...next];
  }
  return all;
}

/** Of parts that a text has to fit all, the one that is found most rarely says enough. */
function both(reader: TokenReader, frequency: Frequency): Anchors {
  let best = one(reader, frequency);
  while (reader.take('&')) {
    const next = one(reader, frequency);
    if (next !== null && (best === null || costOf(next, frequency) < costOf(best, frequency)))
      best = next;
  }
  return best;
}

function one(reader: TokenReader, frequency: Frequency): Anchors {
  if (reader.take('!')) {
    one(reader, frequency);
    return null;
  }
  if (reader.take('(')) {
    const anchors = either(reader, frequency);
    reader.expect(')');
    return anchors;
  }
  const { lexeme, isPrefix } = reader.lexeme();
  return isPrefix ? null : [lexeme];
}

/** Lower is better: the share of texts that come along, and among those that are not frequent the longer word. */
function costOf(anchors: readonly string[], frequency: Frequency): number {
  const shares = anchors.map((it) => frequency(it) + 1e-4 / (1 + it.length));
  return shares.reduce((sum, share) => sum + share, 0);
}

/** `'word':AB* <-> 'other' & !'third'`: quoted lexemes, signs between them; a distance counts as «and». */
class TokenReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(sign: string): boolean {
    this.#skip();
    if (sign === '&') {
      const distance = /^<(?:-|\d+)>/.exec(this.#text.slice(this.#at, this.#at + 8));
      if (distance) {
        this.#at += distance[0].length;
        return true;
      }
    }
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  expect(sign: string): void {
    if (!this.take(sign)) this.#fail();
  }

  lexeme(): { lexeme: string; isPrefix: boolean } {
    this.expect("'");
    let lexeme = '';
    for (;;) {
      const letter = this.#text[this.#at++];
      if (letter === undefined) this.#fail();
      else if (letter === "'" && this.#text[this.#at] !== "'") break;
      else {
        // A quote stands twice, and so does a backslash.
        if (letter === "'" || letter === '\\') this.#at += 1;
        lexeme += letter;
      }
    }
    const label = /^:[A-D*]+/i.exec(this.#text.slice(this.#at, this.#at + 8));
    this.#at += label?.[0].length ?? 0;
    return { lexeme, isPrefix: label?.[0].includes('*') ?? false };
  }

  end(): void {
    this.#skip();
    if (this.#at < this.#text.length) this.#fail();
  }

  #skip(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #fail(): never {
    throw new SyntaxError(`no tsquery: ${this.#text.slice(0, 100)} at ${this.#at}`);
  }
}
