/** A run of words that both texts have, or one of them alone. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More edits than this are another text: what they cost grows with their square. */
const MOST_EDITS = 800;
const MOST_WORDS = 40_000;

/**
 * What became of a text, word by word, by Myers' algorithm (An O(ND) Difference Algorithm, 1986). White space goes with
 * the word before it. Null where the texts are too different, or too long.
 */
export function wordDiff(before: string, after: string): DiffPart[] | null {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length + b.length > MOST_WORDS) return null;
  const trace = traceOf(
    a.map((it) => it.trimEnd()),
    b.map((it) => it.trimEnd()),
  );
  return trace && joined(walkBack(trace, a, b));
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? [];

/** How far each diagonal's best path reaches, from the one before the lowest to the one after the highest. */
class Reach {
  readonly #edits: number;
  readonly #ends: Int32Array;

  constructor(edits: number) {
    this.#edits = edits;
    this.#ends = new Int32Array(2 * edits + 3);
  }

  at(k: number): number {
    return this.#ends[k + this.#edits + 1] ?? 0;
  }

  set(k: number, x: number): void {
    this.#ends[k + this.#edits + 1] = x;
  }

  /** Whether the best path to a diagonal, with one edit more than these, comes by a word added. */
  isDown(k: number): boolean {
    const edits = this.#edits + 1;
    return k === -edits || (k !== edits && this.at(k - 1) < this.at(k + 1));
  }
}

/** The reach by number of edits, up to that with which all is reached. */
function traceOf(a: readonly string[], b: readonly string[]): Reach[] | null {
  const trace: Reach[] = [];
  for (let edits = 0; edits <= Math.min(a.length + b.length, MOST_EDITS); edits += 1) {
    const last = trace.at(-1);
    const next = new Reach(edits);
    trace.push(next);
    for (let k = -edits; k <= edits; k += 2) {
      let x = last ? (last.isDown(k) ? last.at(k + 1) : last.at(k - 1) + 1) : 0;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return null;
}

function walkBack(trace: readonly Reach[], a: readonly string[], b: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const last = trace[edits - 1];
    const from = last?.isDown(x - y) ? x - y + 1 : x - y - 1;
    const fromX = last?.at(from) ?? 0;
    const fromY = last ? fromX - from : 0;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      parts.push({ kind: 'same', text: b[y] ?? '' });
    }
    if (!last) break;
    if (x === fromX) parts.push({ kind: 'added', text: b[fromY] ?? '' });
    else parts.push({ kind: 'removed', text: a[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  return parts.reverse();
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
