import { foldLetters } from '@nashra/text';
import { type LexiconNode, step, unspacedAt } from '../words/lexicon.ts';
import type { Word } from '../words/roles.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  readonly text: string;
  /** Of a number. */
  readonly value: number;
  /** Of a known word. */
  readonly word: Word | undefined;
  /** No white space stands before it. */
  readonly glued: boolean;
  /** Written in capitals, as abbreviations of zones are. */
  readonly upper: boolean;
}

const PIECE =
  /(\d+)|([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ヶ]+)|([\p{L}\p{M}]+)|(\s+)|(.)/gsu;
/** "p.m.", "a. m.", "μ.μ.": letters that only dots hold apart. */
const DOTTED = /(?<!\p{L})([ap])\s?\.\s?m\b\.?/gu;
const CAPITALS = /\b[A-Z]{2,5}\b/g;
const TOO_MANY = 120;
const PHRASE = 6;

interface Piece {
  readonly kind: 'number' | 'unspaced' | 'letters' | 'space' | 'mark';
  readonly text: string;
}

const KINDS = ['number', 'unspaced', 'letters', 'space', 'mark'] as const;

function pieces(text: string): Piece[] | undefined {
  const found: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    if (found.length > TOO_MANY * 2) return undefined;
    const index = KINDS.findIndex((_, i) => match[i + 1] !== undefined);
    found.push({ kind: KINDS[index] as Piece['kind'], text: match[0] });
  }
  return found;
}

/** The folded text as numbers, known and unknown words and marks; undefined when there are too many. */
export function lex(text: string): Token[] | undefined {
  let folded = foldLetters(text);
  if (folded.includes('.')) folded = folded.replace(DOTTED, '$1m');
  const found = pieces(folded);
  if (!found) return undefined;
  const tokens: Token[] = [];
  const capitals = new Set(text.match(CAPITALS)?.map((word) => word.toLowerCase()));
  let glued = false;
  const push = (kind: Token['kind'], value: string, word?: Word) => {
    const upper = capitals.has(value);
    tokens.push({
      kind,
      text: value,
      value: kind === 'number' ? Number(value) : 0,
      word,
      glued,
      upper,
    });
    glued = true;
  };
  for (let i = 0; i < found.length; i++) {
    const { kind, text: piece } = found[i] as Piece;
    if (kind === 'space') glued = false;
    else if (kind === 'number' || kind === 'mark') push(kind, piece);
    else if (kind === 'unspaced') pushUnspaced(piece, push);
    else i = pushPhrase(found, i, push);
  }
  return tokens.length > TOO_MANY ? undefined : tokens;
}

type Push = (kind: Token['kind'], value: string, word?: Word) => void;

function pushUnspaced(run: string, push: Push): void {
  let unknown = '';
  for (let i = 0; i < run.length; ) {
    const known = unspacedAt(run, i);
    if (known) {
      if (unknown) push('word', unknown);
      unknown = '';
      push('word', known.text, known.word);
      i += known.text.length;
    } else unknown += run[i++];
  }
  if (unknown) push('word', unknown);
}

/** Pushes the longest known phrase that starts at `from`; returns the index of its last piece. */
function pushPhrase(found: readonly Piece[], from: number, push: Push): number {
  const { text: first } = found[from] as Piece;
  let node: LexiconNode | undefined = step(undefined, first);
  let word = node?.word;
  let end = from;
  for (let i = from + 1; node && i < Math.min(found.length, from + PHRASE * 2); i++) {
    const piece = found[i] as Piece;
    if (piece.kind === 'space' || (piece.kind === 'mark' && /[-.'’]/.test(piece.text))) continue;
    if (piece.kind !== 'letters' && piece.kind !== 'number') break;
    node = step(node, piece.text);
    if (node?.word) {
      word = node.word;
      end = i;
    }
  }
  if (!word && first.length > 2 && first.startsWith('و')) {
    // The Arabic conjunction is written onto its word: «وربع», «و30».
    const rest = step(undefined, first.slice(1))?.word;
    if (rest) {
      push('word', 'و', { mark: 'and' });
      push('word', first.slice(1), rest);
      return from;
    }
  }
  const text = found
    .slice(from, end + 1)
    .map((piece) => piece.text)
    .join('');
  push('word', text, word);
  return end;
}
