import type { Token } from './lex.ts';

/** A text with digits and colons that make no time; a date in it must not be trusted. */
export const MALFORMED = 'malformed';

/** 1–2 digits with a value below the limit. */
export function small(token: Token | undefined, limit: number): token is Token {
  return token?.kind === 'number' && token.text.length <= 2 && token.value < limit;
}

export function isMark(token: Token | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}

export function two(token: Token | undefined, limit: number): token is Token {
  return small(token, limit) && token.text.length === 2;
}

export function gluedNumber(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.kind === 'number' && tokens[i]?.glued === true;
}
