import { foldLetters } from '@nashra/text';
import { type LexiconNode, step } from './words/lexicon.ts';
import type { Word } from './words/roles.ts';

const BETWEEN = /[\s.,،'’-]+/;

function wordOf(phrase: string): Word | undefined {
  let node: LexiconNode | undefined;
  for (const part of foldLetters(phrase).split(BETWEEN)) {
    if (part === '') continue;
    node = step(node, part);
    if (!node) return undefined;
  }
  return node?.word;
}

/** True for the name of a month, or a short form of it, in a language that dates are read in. */
export const isMonth = (name: string): boolean => wordOf(name)?.months !== undefined;

/** True for the name of a day of the week, or a short form of it, in a language that dates are read in. */
export const isWeekday = (name: string): boolean => wordOf(name)?.weekday !== undefined;
