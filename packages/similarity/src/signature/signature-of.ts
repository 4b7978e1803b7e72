import { hash } from 'node:crypto';
import { foldText, textKeyOf, titleKeyOf } from '@nashra/text';
import { candidateKeys } from './candidate-keys.ts';
import { classed } from './common-words.ts';
import { isCounter } from './counters.ts';
import { joinThree } from './hash.ts';
import { countHeadedParts } from './headed-parts.ts';
import {
  LEAD_WORDS,
  MAX_NUMBERS,
  MAX_SHINGLES,
  MAX_TITLE,
  MAX_TOKENS,
  SIGNATURE_VERSION,
  type Signature,
  THIN_BODY,
} from './signature.ts';
import { sketchOf } from './sketch.ts';
import { withoutFlags } from './title-flags.ts';
import { createWordReader, MAX_WORDS } from './words.ts';

export interface Text {
  readonly title: string;
  /** Plain text, paragraphs apart by empty lines. */
  readonly body: string;
  /** BCP 47. */
  readonly language: string;
}

const readTitle = createWordReader();
const readBody = createWordReader();
const shingles = new Uint32Array(MAX_WORDS);
const classes = new Uint32Array(MAX_WORDS);
const numbers = new Uint32Array(2 * MAX_WORDS);
const NONE = new Uint32Array(0);

const digest = (text: string): string => (text ? hash('sha256', text, 'hex').slice(0, 32) : '');

/** Makes the signature of a text: where the text is, once. Whoever has folded it already says so. */
export function signatureOf(
  { title, body, language }: Text,
  { title: foldedTitle, body: folded } = { title: foldText(title), body: foldText(body) },
): Signature {
  const head = readTitle(foldedTitle);
  const titleWords: number[] = [];
  let numberCount = 0;
  for (let at = 0; at < head.count; at++) {
    const word = classed(head.hashes[at] as number);
    titleWords.push(word);
    if ((head.sizes[at] as number) < 0 || isCounter(word)) numbers[numberCount++] = word;
  }
  const named = withoutFlags(titleWords);
  const text = readBody(folded);
  const { hashes, sizes, count } = text;
  for (let at = 0; at < count; at++) {
    const word = classed(hashes[at] as number);
    classes[at] = word;
    if ((sizes[at] as number) < 0 || isCounter(word)) numbers[numberCount++] = word;
  }
  const shingleCount = Math.max(0, count - 2);
  for (let at = 0; at < shingleCount; at++)
    shingles[at] = joinThree(
      hashes[at] as number,
      hashes[at + 1] as number,
      hashes[at + 2] as number,
    );
  const shingled = sketchOf(shingles, shingleCount, MAX_SHINGLES);
  const worded = sketchOf(classes, count, MAX_TOKENS, 3);
  const lead = Math.min(count, LEAD_WORDS);
  const leadShingles = shingles.slice(0, Math.max(0, lead - 2));
  const isThin = count < THIN_BODY && named.length > 0;
  return {
    version: SIGNATURE_VERSION,
    language,
    textKey: digest(textKeyOf(folded)),
    titleKey: digest(titleKeyOf(foldedTitle)),
    keys: candidateKeys(isThin ? NONE : shingled.members, isThin ? NONE : leadShingles, named),
    words: count,
    headedParts: countHeadedParts(body),
    shingles: shingled.members,
    shingleLevel: shingled.level,
    tokens: worded.members,
    tokenLevel: worded.level,
    leadShingles,
    lead: Uint32Array.from(new Set(classes.subarray(0, lead))),
    title: Uint32Array.from([...new Set(named)].slice(0, MAX_TITLE)),
    numbers: sketchOf(numbers, numberCount, numberCount).members.slice(0, MAX_NUMBERS),
  };
}
